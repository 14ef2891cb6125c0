package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/**
 * Points drawn uniformly from [0, 1) in each dimension, with a class drawn independently of them,
 * which a network can only memorise.
 */
@Description("Random points with random classes, which can only be memorised.")
public final class RandomLabelsDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public RandomLabelsDataset(RandomLabelsSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(RandomLabelsSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.random-labels", 0);
    Draft draft = new Draft("random-labels", settings.samples(), settings.features());
    double[] point = new double[settings.features()];
    for (int i = 0; i < settings.samples(); i++) {
      Arrays.setAll(point, j -> random.nextDouble());
      draft.set(i, random.nextInt(settings.classes()), point);
    }
    return draft.classification();
  }
}
