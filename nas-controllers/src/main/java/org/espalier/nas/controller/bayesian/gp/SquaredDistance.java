package org.espalier.nas.controller.bayesian.gp;

import java.util.List;
import org.espalier.nas.controller.encoding.DecisionCoordinates;
import org.espalier.nas.controller.encoding.Dimension;

/**
 * Squared distances between encoded architectures along one coordinate.
 *
 * <p>The distance of two numbers is their difference, that of two different options without order
 * is 1 (Hamming). A decision that is inactive in one architecture is placed beside the middle of
 * its range at a distance of √¾, so that it is between √¾ and 1 from every number, and 1 from every
 * option; a decision that is inactive in both adds nothing. All of these are distances in a
 * Euclidean space, so that a kernel of their sum stays positive definite (the indicator of activity
 * of Hutter &amp; Osborne 2013).
 */
final class SquaredDistance {
  /** Place on the line of numbers beside which an inactive coordinate lies. */
  static final double MIDDLE = 0.5;

  /** Squared distance of an inactive coordinate to the line of numbers. */
  static final double ASIDE = 0.75;

  private final boolean[] unordered;
  private final boolean repeats;
  private final boolean onlyDiffers;

  SquaredDistance(List<Dimension> axes) {
    this.repeats = axes.stream().allMatch(axis -> axis.values() < Long.MAX_VALUE);
    this.onlyDiffers = axes.stream().allMatch(Dimension::unordered);
    this.unordered = new boolean[axes.size()];
    for (int i = 0; i < unordered.length; i++) {
      unordered[i] = axes.get(i).unordered();
    }
  }

  /** The number of coordinates. */
  int dimensions() {
    return unordered.length;
  }

  /** Returns true if many pairs have equal distances because every decision has few answers. */
  boolean repeats() {
    return repeats;
  }

  /**
   * Returns true if all decisions are unordered, so that coordinates are equal or at distance 1.
   */
  boolean onlyDiffers() {
    return onlyDiffers;
  }

  /** Returns true if the decision of a coordinate is unordered. */
  boolean isUnordered(int axis) {
    return unordered[axis];
  }

  /** Returns true if a prediction is differentiable by the coordinate of a point. */
  boolean isSmooth(int axis, double coordinate) {
    return !unordered[axis] && !DecisionCoordinates.isInactive(coordinate);
  }

  /** Returns the squared distances along each coordinate. */
  double[] squared(double[] one, double[] other) {
    double[] squared = new double[unordered.length];
    for (int axis = 0; axis < squared.length; axis++) {
      squared[axis] = squared(axis, one[axis], other[axis]);
    }
    return squared;
  }

  double squared(int axis, double one, double other) {
    if (unordered[axis]) {
      return one == other || (Double.isNaN(one) && Double.isNaN(other)) ? 0 : 1;
    }
    double difference = one - other;
    return Double.isNaN(difference) ? inactive(one, other) : difference * difference;
  }

  private static double inactive(double one, double other) {
    if (DecisionCoordinates.isInactive(one) && DecisionCoordinates.isInactive(other)) {
      return 0;
    }
    double active = (DecisionCoordinates.isInactive(one) ? other : one) - MIDDLE;
    return active * active + ASIDE;
  }
}
