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
 * Friedman's first regression problem (The Annals of Statistics 19, 1991, section 4.3): ten
 * features uniform in [0, 1], five of them relevant: y = 10 sin(π x₁x₂) + 20 (x₃ − ½)² + 10 x₄ + 5
 * x₅ + noise.
 */
@BehaviourVersion("3f9d9fecad404817")
@Description("Friedman's regression problem: five useful features and five useless ones.")
public final class FriedmanDataset extends ForwardingDataset {
  private static final int FEATURES = 10;

  /** Draws and prepares the examples. */
  @Inject
  public FriedmanDataset(FriedmanSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(FriedmanSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.friedman", 0);
    Draft draft = new Draft("friedman", settings.samples(), FEATURES);
    double[] x = new double[FEATURES];
    for (int i = 0; i < settings.samples(); i++) {
      Arrays.setAll(x, j -> random.nextDouble());
      double y =
          10 * StrictMath.sin(Math.PI * x[0] * x[1])
              + 20 * (x[2] - 0.5) * (x[2] - 0.5)
              + 10 * x[3]
              + 5 * x[4];
      draft.set(i, y + settings.noise() * random.nextGaussian(), x);
    }
    return draft.regression();
  }
}
