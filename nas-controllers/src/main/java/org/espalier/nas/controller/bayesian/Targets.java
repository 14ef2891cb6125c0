package org.espalier.nas.controller.bayesian;

import java.util.Arrays;

/**
 * Rewards as a model learns them: with mean 0 and standard deviation 1.
 *
 * <p>What has no reward counts as the worst.
 */
final class Targets {
  private final double scale;
  private final double mean;
  private final double deviation;
  private final double[] values;

  private Targets(double[] rewards) {
    double largest = Arrays.stream(rewards).map(Math::abs).max().orElse(0);
    // Squares of huge rewards would overflow, those of tiny ones vanish.
    scale = largest == 0 ? 1 : largest;
    double[] scaled = Arrays.stream(rewards).map(reward -> reward / scale).toArray();
    mean = Arrays.stream(scaled).average().orElse(0);
    double variance =
        Arrays.stream(scaled).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    deviation = variance < 1e-24 ? 1 : Math.sqrt(variance);
    values = Arrays.stream(scaled).map(value -> (value - mean) / deviation).toArray();
  }

  /**
   * Brings rewards to one size.
   *
   * @param rewards NaN for a trial without one; at least one is not
   */
  static Targets of(double[] rewards) {
    double worst =
        Arrays.stream(rewards).filter(reward -> !Double.isNaN(reward)).min().orElseThrow();
    return new Targets(
        Arrays.stream(rewards).map(reward -> Double.isNaN(reward) ? worst : reward).toArray());
  }

  double[] values() {
    return values;
  }

  /** What a target means as a reward. */
  double reward(double target) {
    return (target * deviation + mean) * scale;
  }
}
