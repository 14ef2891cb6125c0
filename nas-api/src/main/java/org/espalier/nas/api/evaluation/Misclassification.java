package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * An example of the test part whose predicted class is wrong.
 *
 * @param example its index in the test part, from 0
 * @param actual the index of its true class
 * @param predicted the index of the predicted class, another one
 * @param probability the predicted probability of the predicted class, in [0, 1]
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Misclassification(int example, int actual, int predicted, double probability) {

  /** Checks the numbers. */
  public Misclassification {
    if (example < 0 || Math.min(actual, predicted) < 0 || actual == predicted) {
      throw new IllegalArgumentException(
          "example (%d), actual (%d) and predicted (%d) must not be negative, and the last two differ."
              .formatted(example, actual, predicted));
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability (%s) must be from 0 to 1.".formatted(probability));
    }
  }
}
