package org.espalier.nas.controller.bayesian;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.hipparchus.special.Erf;

/**
 * Rewards as a model learns them: with mean 0 and standard deviation 1, the worse half replaced by
 * its ranks.
 *
 * <p>The size of a bad reward says little about where the best are, but a model that has to fit it
 * cannot distinguish the good ones. So a reward below the median becomes the normal quantile of its
 * rank, on the scale of those above, which stay as they are (half-rank warping, Song et al. 2024,
 * section 3.3). A missing reward counts as the worst.
 */
final class SurrogateTargets {
  /** Deviations below this, of values in [−1, 1], are rounding errors. */
  private static final double NOTHING = 1e-12;

  private final double[] rewards;
  private final double[] sorted;
  private final double[] values;
  private final double scale;

  private SurrogateTargets(double[] rewards, double scale) {
    this.rewards = rewards;
    this.scale = scale;
    this.sorted = rewards.clone();
    Arrays.sort(sorted);
    this.values = standardised(warped());
  }

  /**
   * Standardises rewards.
   *
   * @param rewards rewards of which at least one is present; NaN for a trial without one
   */
  static SurrogateTargets of(double[] rewards) {
    double worst =
        Arrays.stream(rewards).filter(reward -> !Double.isNaN(reward)).min().orElseThrow();
    double[] known =
        Arrays.stream(rewards).map(reward -> Double.isNaN(reward) ? worst : reward).toArray();
    // Squares of huge rewards would overflow, those of tiny ones vanish.
    double largest = Arrays.stream(known).map(Math::abs).max().orElseThrow();
    double scale = largest == 0 ? 1 : largest;
    return new SurrogateTargets(
        Arrays.stream(known).map(reward -> reward / scale).toArray(), scale);
  }

  /** {@return one target for each reward, in their order} */
  double[] values() {
    return values;
  }

  /**
   * Returns the reward that a target stands for, interpolated between the nearest observed rewards.
   */
  double reward(double target) {
    double[] targets = values.clone();
    Arrays.sort(targets);
    int above = 0;
    while (above < targets.length && targets[above] < target) {
      above++;
    }
    if (above == 0) {
      return sorted[0] * scale;
    }
    int upper = Math.min(above, targets.length - 1);
    int lower = above == upper ? above - 1 : firstBelow(targets, upper);
    if (targets[upper] == targets[lower]) {
      return sorted[upper] * scale;
    }
    double share = (target - targets[lower]) / (targets[upper] - targets[lower]);
    return (sorted[lower] + share * (sorted[upper] - sorted[lower])) * scale;
  }

  /**
   * Returns the index of the next lower target, so that beyond the best the line through the two
   * best is extended.
   */
  private static int firstBelow(double[] targets, int upper) {
    int lower = upper;
    while (lower > 0 && targets[lower] == targets[upper]) {
      lower--;
    }
    return lower;
  }

  private double[] warped() {
    double median = sorted[sorted.length / 2];
    double spread =
        Math.sqrt(
            Arrays.stream(sorted)
                .filter(reward -> reward >= median)
                .map(reward -> (reward - median) * (reward - median))
                .average()
                .orElseThrow());
    if (spread < NOTHING) {
      return rewards;
    }
    return Arrays.stream(rewards)
        .map(reward -> reward >= median ? reward : median + spread * quantile(reward))
        .toArray();
  }

  /**
   * Returns the normal quantile of the share of rewards that are worse; equal rewards count half.
   */
  private double quantile(double reward) {
    int worse = countUntil(other -> other >= reward);
    int notBetter = countUntil(other -> other > reward);
    double share = 0.5 * (worse + notBetter) / sorted.length;
    return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
  }

  /** Returns the number of sorted rewards before the first that is beyond a limit. */
  private int countUntil(DoublePredicate beyond) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (beyond.test(sorted[middle])) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
    double deviation = Math.sqrt(variance) < NOTHING ? 1 : Math.sqrt(variance);
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }
}
