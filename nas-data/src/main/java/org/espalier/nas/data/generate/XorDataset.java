package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/**
 * Points drawn uniformly from [−1, 1] in each dimension; the class is 1 if an odd number of
 * coordinates is negative. Gaussian noise is added afterwards. No feature alone says anything about
 * the class.
 */
@BehaviourVersion("ebbf2ec350264101")
@Description("Parity of signs: class 1 if an odd number of features is negative.")
public final class XorDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public XorDataset(XorSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(XorSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.xor", 0);
    Draft draft = new Draft("xor", settings.samples(), settings.features());
    double[] point = new double[settings.features()];
    for (int i = 0; i < settings.samples(); i++) {
      Arrays.setAll(point, j -> 2 * random.nextDouble() - 1);
      long negative = Arrays.stream(point).filter(x -> x < 0).count();
      Arrays.setAll(point, j -> point[j] + settings.noise() * random.nextGaussian());
      draft.set(i, negative % 2 == 0 ? 0 : 1, point);
    }
    return draft.classification();
  }
}
