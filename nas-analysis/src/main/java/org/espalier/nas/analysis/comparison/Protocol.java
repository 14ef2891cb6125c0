package org.espalier.nas.analysis.comparison;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was decided before anything was run.
 *
 * @param pairs which arms are tested against each other
 * @param alpha the error rate of all tests of one problem together, in (0, 1)
 * @param confidence of the intervals, in (0, 1)
 * @param resamples how many bootstrap resamples there are
 * @param target the score for which trials-to-target are counted, or null for none
 * @param seed from which resamples derive
 * @param budget what each search may spend, in words
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
   * Two arms.
   *
   * @param first one
   * @param second what it is compared with
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
