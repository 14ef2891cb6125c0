package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/**
 * Interleaved Archimedean spirals from the centre to radius 1, one for each class, with Gaussian
 * noise.
 */
@BehaviourVersion("35533626cf93e6d5")
@Description("Interleaved spirals in the plane, one for each class.")
public final class SpiralsDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public SpiralsDataset(SpiralsSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(SpiralsSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.spirals", 0);
    Draft draft = new Draft("spirals", settings.samples(), 2);
    for (int i = 0; i < settings.samples(); i++) {
      int arm = i % settings.classes();
      double radius = random.nextDouble();
      double angle = 2 * Math.PI * (settings.turns() * radius + (double) arm / settings.classes());
      draft.set(
          i,
          arm,
          radius * StrictMath.cos(angle) + settings.noise() * random.nextGaussian(),
          radius * StrictMath.sin(angle) + settings.noise() * random.nextGaussian());
    }
    return draft.classification();
  }
}
