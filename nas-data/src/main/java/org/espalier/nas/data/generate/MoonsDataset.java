package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/** Two interleaving half circles of radius 1 in the plane, a class each, with Gaussian noise. */
@BehaviourVersion("194c157fb6bf02ab")
@Description("Two interleaving half circles in the plane.")
public final class MoonsDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public MoonsDataset(MoonsSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(MoonsSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.moons", 0);
    Draft draft = new Draft("moons", settings.samples(), 2);
    for (int i = 0; i < settings.samples(); i++) {
      double angle = Math.PI * random.nextDouble();
      boolean upper = i % 2 == 0;
      double x = upper ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
      double y = upper ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
      draft.set(
          i,
          i % 2,
          x + settings.noise() * random.nextGaussian(),
          y + settings.noise() * random.nextGaussian());
    }
    return draft.classification();
  }
}
