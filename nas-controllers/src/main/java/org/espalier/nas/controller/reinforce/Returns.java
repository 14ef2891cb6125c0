package org.espalier.nas.controller.reinforce;

import java.util.Arrays;

/** Computation of the weights of the tokens' log-probabilities from the rewards of a batch. */
final class Returns {
  /** Rewards with a spread below this share of their size count as equal. */
  private static final double EQUAL = 1e-9;

  private static final double HUGE = 1e200;

  private Returns() {}

  /** Centres and scales to mean 0 and standard deviation 1; all zero if the values are equal. */
  static double[] standardised(double[] values) {
    double mean = mean(values);
    double deviation = deviation(values, mean);
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return deviation <= EQUAL * size
        ? new double[values.length]
        : Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }

  /**
   * Centres and scales to weighted mean 0 and weighted standard deviation 1: the mean estimates
   * that of the policy if the weights are importance weights.
   *
   * @return all zero if the values are equal, or all weights are zero
   */
  static double[] standardised(double[] values, double[] weights) {
    double total = Arrays.stream(weights).sum();
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double[] shares = Arrays.stream(weights).map(weight -> weight / total).toArray();
    // Relative to the largest, so that the squares of huge values do not overflow.
    double[] relative = Arrays.stream(values).map(value -> value / size).toArray();
    double mean = product(shares, relative);
    double[] squares =
        Arrays.stream(relative).map(value -> (value - mean) * (value - mean)).toArray();
    double deviation = Math.sqrt(product(shares, squares));
    return deviation > EQUAL
        ? Arrays.stream(relative).map(value -> (value - mean) / deviation).toArray()
        : new double[values.length];
  }

  private static double product(double[] shares, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += shares[i] * values[i];
    }
    return sum;
  }

  /** Scales to standard deviation 1 and keeps the centre; unchanged if the values are equal. */
  static double[] scaled(double[] values) {
    double mean = mean(values);
    double deviation = deviation(values, mean);
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return deviation <= EQUAL * size
        ? values.clone()
        : Arrays.stream(values).map(value -> value / deviation).toArray();
  }

  /** Returns the arithmetic mean; 0 for no values. */
  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  /** Returns the standard deviation about a mean. */
  static double deviation(double[] values, double mean) {
    double deviation = deviation(values, mean, 1);
    // The squares of huge values overflow, those of the values in another unit do not.
    return Double.isFinite(deviation) ? deviation : deviation(values, mean, HUGE) * HUGE;
  }

  private static double deviation(double[] values, double mean, double unit) {
    return Math.sqrt(
        Arrays.stream(values)
            .map(value -> (value - mean) / unit)
            .map(distance -> distance * distance)
            .average()
            .orElse(0));
  }

  /**
   * Returns the returns of one sequence whose reward comes with its last token: γ^(T−1−t)·reward at
   * step t (Sutton &amp; Barto 2018, eq. 3.8).
   */
  static double[] overSteps(double reward, int length, double discount) {
    double[] returns = new double[length];
    double weighted = reward;
    for (int step = length - 1; step >= 0; step--) {
      returns[step] = weighted;
      weighted *= discount;
    }
    return returns;
  }

  /**
   * Computes the published discounting: Σ_k γ^k·reward of the k-th trial after this one in the
   * batch.
   */
  static double[] acrossTrials(double[] rewards, double discount) {
    double[] discounted = new double[rewards.length];
    double sum = 0;
    for (int trial = rewards.length - 1; trial >= 0; trial--) {
      sum = rewards[trial] + discount * sum;
      discounted[trial] = sum;
    }
    return discounted;
  }
}
