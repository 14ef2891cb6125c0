package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * The numbers of examples by the truth and the prediction of one label.
 *
 * @param label the name of the label
 * @param truePositives the examples that have the label and for which it is predicted
 * @param falsePositives the examples that do not have the label and for which it is predicted
 * @param falseNegatives the examples that have the label and for which it is not predicted
 * @param trueNegatives the examples that do not have the label and for which it is not predicted
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LabelCounts(
    String label,
    long truePositives,
    long falsePositives,
    long falseNegatives,
    long trueNegatives) {

  /** Checks that no number is negative. */
  public LabelCounts {
    Objects.requireNonNull(label);
    if (Math.min(truePositives, falsePositives) < 0
        || Math.min(falseNegatives, trueNegatives) < 0) {
      throw new IllegalArgumentException(
          "The counts of %s (%d, %d, %d, %d) must not be negative."
              .formatted(label, truePositives, falsePositives, falseNegatives, trueNegatives));
    }
  }

  /** Returns the number of examples that have the label. */
  public long positives() {
    return truePositives + falseNegatives;
  }

  /** Returns the share of examples whose prediction is correct; NaN without examples. */
  public double accuracy() {
    long right = truePositives + trueNegatives;
    return (double) right / (right + falsePositives + falseNegatives);
  }

  /** Returns the share of predicted labels that are true; empty if the label is never predicted. */
  public OptionalDouble precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** Returns the share of true labels that are predicted; empty if no example has the label. */
  public OptionalDouble recall() {
    return ratio(truePositives, positives());
  }

  /**
   * Returns the harmonic mean of precision and recall; empty if no example has the label and it is
   * never predicted.
   */
  public OptionalDouble f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
