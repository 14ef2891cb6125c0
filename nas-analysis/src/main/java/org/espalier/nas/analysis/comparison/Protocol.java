package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The statistical settings of a comparison, fixed before it runs.
 *
 * @param pairs pairs of arms to test
 * @param alpha family-wise error rate of the tests on one problem, in (0, 1)
 * @param confidence confidence level of intervals, in (0, 1)
 * @param resamples number of bootstrap resamples, positive
 * @param target score of the time to target, or null for none
 * @param seed seed of the resamples
 * @param budget budget of a search, in words
 */
public record Protocol(
    List<Pair> pairs,
    double alpha,
    double confidence,
    int resamples,
    @Nullable Double target,
    long seed,
    String budget) {

  /**
   * A pair of arms.
   *
   * @param first name of an arm
   * @param second name of the other arm
   */
  public record Pair(String first, String second) {
    /** Checks. */
    public Pair {
      Objects.requireNonNull(first);
      Objects.requireNonNull(second);
    }
  }

  /** Checks and copies. */
  public Protocol {
    pairs = List.copyOf(pairs);
    Objects.requireNonNull(budget);
    if (!(alpha > 0 && alpha < 1) || !(confidence > 0 && confidence < 1) || resamples < 1) {
      throw new IllegalArgumentException(
          "alpha (%s) and confidence (%s) must lie in (0, 1), resamples (%d) be positive."
              .formatted(alpha, confidence, resamples));
    }
  }
}
