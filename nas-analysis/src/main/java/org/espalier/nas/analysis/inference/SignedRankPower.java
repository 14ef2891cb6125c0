package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import java.util.OptionalInt;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Power of a signed-rank test for a difference as large as an observed one.
 *
 * <p>The statistic is the number of pairs of differences, each with itself included, whose sum is
 * positive. Its mean and variance follow from three probabilities (Lehmann 1975, chapter 4), which
 * are estimated from the observed differences, and it is taken to be normal. Noether's formula
 * (1987) is the same with the variance that there would be without any effect, and asks for too
 * much where the effect is large.
 *
 * @param kept the share of differences that are not zero
 * @param one P(D > 0)
 * @param two P(D + D′ > 0)
 * @param three P(D + D′ > 0 and D + D″ > 0)
 */
public record SignedRankPower(double kept, double one, double two, double three) {

  /** The fewest differences from which all three probabilities can be estimated. */
  public static final int FEWEST = 3;

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /**
   * Estimates the probabilities from differences.
   *
   * @param differences at least {@value #FEWEST} that are not zero
   */
  public static SignedRankPower of(double... differences) {
    double[] kept = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
    if (kept.length < FEWEST) {
      throw new IllegalArgumentException(
          "differences (%d not zero) must be at least %d.".formatted(kept.length, FEWEST));
    }
    double n = kept.length;
    double one = 0;
    double pairs = 0;
    double triples = 0;
    for (int i = 0; i < kept.length; i++) {
      one += kept[i] > 0 ? 1 : 0;
      double row = 0;
      double squares = 0;
      for (int j = 0; j < kept.length; j++) {
        double positive = (1 + Math.signum(kept[i] + kept[j])) / 2;
        row += j == i ? 0 : positive;
        squares += j == i ? 0 : positive * positive;
      }
      pairs += row;
      triples += row * row - squares;
    }
    return new SignedRankPower(
        n / differences.length, one / n, pairs / (n * (n - 1)), triples / (n * (n - 1) * (n - 2)));
  }

  /**
   * The power of a two-sided test of so many differences that are not zero.
   *
   * @param level at which it rejects
   */
  public double power(int count, double level) {
    double n = count;
    double effect = Math.abs(n * (one - 0.5) + n * (n - 1) / 2 * (two - 0.5));
    double beyond = effect - distance(count, level);
    double deviation = Math.sqrt(Math.max(0, variance(n)));
    return deviation == 0 ? beyond >= 0 ? 1 : 0 : NORMAL.cumulativeProbability(beyond / deviation);
  }

  /**
   * Returns the critical distance of the statistic from its mean under no effect, corrected for
   * continuity.
   */
  private static double distance(int count, double level) {
    double n = count;
    if (count > SignedRankTest.MOST_EXACT) {
      return NORMAL.inverseCumulativeProbability(1 - level / 2)
          * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    }
    int critical = SignedRankTest.critical(count, level);
    return critical < 0 ? Double.POSITIVE_INFINITY : n * (n + 1) / 4 - critical - 0.5;
  }

  /**
   * Returns the number of differences, including zeros, for a power; empty if more than {@code
   * most}.
   *
   * @param level at which the test rejects, in (0, 1)
   * @param power in (0, 1)
   */
  public OptionalInt needed(double level, double power, int most) {
    int low = 0;
    int high = 1;
    while (power(high, level) < power) {
      low = high;
      high *= 2;
      if (low > most) {
        return OptionalInt.empty();
      }
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (power(middle, level) < power) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double all = Math.ceil(high / kept);
    return all <= most ? OptionalInt.of((int) all) : OptionalInt.empty();
  }

  private double variance(double n) {
    return n * one * (1 - one)
        + n * (n - 1) / 2 * two * (1 - two)
        + n * (n - 1) * (one * one + two - 2 * one * two)
        + n * (n - 1) * (n - 2) * (three - two * two);
  }
}
