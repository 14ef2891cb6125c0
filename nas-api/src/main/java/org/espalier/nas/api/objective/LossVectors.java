package org.espalier.nas.api.objective;

import java.util.Arrays;
import java.util.List;

/** Checks and orders of vectors of losses. */
final class LossVectors {
  private LossVectors() {}

  static void requireSameLength(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "first (%s) and second (%s) must have one loss for each objective."
              .formatted(Arrays.toString(first), Arrays.toString(second)));
    }
  }

  static void requireFinite(double[] losses) {
    for (double loss : losses) {
      if (!Double.isFinite(loss)) {
        throw new IllegalArgumentException(
            "losses (%s) must be finite numbers; leave out failed trials."
                .formatted(Arrays.toString(losses)));
      }
    }
  }

  static void requireComparable(List<double[]> vectors) {
    for (double[] vector : vectors) {
      requireSameLength(vectors.get(0), vector);
      requireFinite(vector);
    }
  }

  /** Compares by value, unlike {@link Double#compare}: zeros of either sign are equal. */
  static int compare(double first, double second) {
    return first < second ? -1 : first > second ? 1 : 0;
  }

  /** Compares by the first objective in which the two differ. */
  static int compareLexicographically(double[] first, double[] second) {
    for (int i = 0; i < first.length; i++) {
      int order = compare(first[i], second[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
