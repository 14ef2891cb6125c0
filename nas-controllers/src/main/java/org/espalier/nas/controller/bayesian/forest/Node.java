package org.espalier.nas.controller.bayesian.forest;

import java.util.BitSet;
import org.espalier.nas.controller.encoding.DecisionCoordinates;

/** A node of a regression tree. */
sealed interface Node {

  /** The end of a path, with the mean and the variance of the targets that reach it. */
  record Leaf(double mean, double variance) implements Node {}

  /** A question about one coordinate. */
  record Split(Question question, Node yes, Node no) implements Node {}

  /** A test that sends a point to one branch or the other. */
  sealed interface Question {
    boolean admits(double[] point);
  }

  /** The test that a number is at most a threshold; an inactive coordinate is below all numbers. */
  record AtMost(int axis, double threshold) implements Question {
    @Override
    public boolean admits(double[] point) {
      return DecisionCoordinates.isInactive(point[axis]) || point[axis] <= threshold;
    }
  }

  /** The test that an option is in a set; an inactive coordinate is an option of its own. */
  record OneOf(int axis, BitSet options) implements Question {
    @Override
    public boolean admits(double[] point) {
      return options.get(category(point[axis]));
    }

    static int category(double coordinate) {
      return DecisionCoordinates.isInactive(coordinate) ? 0 : 1 + (int) coordinate;
    }
  }

  /** Returns the leaf that a point reaches. */
  default Leaf leaf(double[] point) {
    Node node = this;
    while (node instanceof Split split) {
      node = split.question().admits(point) ? split.yes() : split.no();
    }
    return (Leaf) node;
  }
}
