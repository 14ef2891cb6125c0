package org.espalier.nas.engine.stopping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The shapes of all {@link CurveFamily families} at the epochs of a whole curve. All families have
 * equal prior weights, as have the shapes of a family.
 */
final class CurveShapes {

  private final List<double[]> values = new ArrayList<>();
  private final List<Integer> siblings = new ArrayList<>();

  CurveShapes(int epochs) {
    for (CurveFamily family : CurveFamily.values()) {
      List<DoubleUnaryOperator> members = family.shapes(epochs);
      for (DoubleUnaryOperator member : members) {
        values.add(IntStream.rangeClosed(0, epochs).mapToDouble(member::applyAsDouble).toArray());
        siblings.add(members.size());
      }
    }
  }

  int count() {
    return values.size();
  }

  /** Returns the value of a shape after an epoch, counted from 1. */
  double at(int shape, int epoch) {
    return values.get(shape)[epoch];
  }

  /** Returns the logarithm of the prior weight of a shape. */
  double logPrior(int shape) {
    return -StrictMath.log(siblings.get(shape));
  }
}
