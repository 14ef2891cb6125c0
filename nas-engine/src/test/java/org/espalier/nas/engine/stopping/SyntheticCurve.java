package org.espalier.nas.engine.stopping;

import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Learning curves as they might be, rising to a level that is drawn. */
final class SyntheticCurve {

  private SyntheticCurve() {}

  /** A power law, an exponential, a sigmoid of the logarithm, or a stretched exponential. */
  static IntToDoubleFunction drawn(RandomGenerator random, int epochs) {
    double level = random.nextDouble(0.5, 0.95);
    double height = level * random.nextDouble(0.3, 0.9);
    double power = random.nextDouble(0.3, 1.5);
    double scale = Math.exp(random.nextDouble(0.3, Math.log(epochs / 3.0)));
    return switch (random.nextInt(4)) {
      case 0 -> epoch -> level - height * Math.pow(epoch, -power);
      case 1 -> epoch -> level - height * Math.exp(-epoch / scale);
      case 2 -> epoch -> level - height / (1 + Math.pow(epoch / scale, power));
      default -> epoch -> level - height * Math.exp(-Math.pow(epoch / scale, power));
    };
  }
}
