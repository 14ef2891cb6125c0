package org.espalier.nas.api.objective;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Relation of two vectors of losses, all of which are minimised (Zitzler et al. 2003).
 *
 * <p>Vectors have one finite number for each objective; both must have the same length. Zeros are
 * equal whatever their sign.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Dominance {
  /** The first is nowhere larger and somewhere smaller. */
  DOMINATES,
  /** The second is nowhere larger and somewhere smaller. */
  DOMINATED,
  /** Both are the same vector; neither dominates the other. */
  EQUAL,
  /** Each is smaller somewhere. */
  INCOMPARABLE;

  /**
   * Returns the relation of the first vector to the second.
   *
   * @throws IllegalArgumentException if they have different lengths
   */
  public static Dominance of(double[] first, double[] second) {
    LossVectors.requireSameLength(first, second);
    boolean smaller = false;
    boolean larger = false;
    for (int i = 0; i < first.length; i++) {
      smaller |= first[i] < second[i];
      larger |= first[i] > second[i];
    }
    if (smaller) {
      return larger ? INCOMPARABLE : DOMINATES;
    }
    return larger ? DOMINATED : EQUAL;
  }

  /** Returns true if the first is nowhere larger and somewhere smaller. */
  public static boolean dominates(double[] first, double[] second) {
    return of(first, second) == DOMINATES;
  }

  /** Returns true if the first is nowhere larger: it dominates the second or equals it. */
  public static boolean weaklyDominates(double[] first, double[] second) {
    Dominance relation = of(first, second);
    return relation == DOMINATES || relation == EQUAL;
  }

  /** Returns true if the first is smaller in every objective. */
  public static boolean strictlyDominates(double[] first, double[] second) {
    LossVectors.requireSameLength(first, second);
    for (int i = 0; i < first.length; i++) {
      if (!(first[i] < second[i])) {
        return false;
      }
    }
    return true;
  }
}
