package org.espalier.nas.tf.graph;

import java.util.function.ToDoubleFunction;

/** Gradients of formulas by central differences in double precision: exact to about 1e-9. */
public final class FiniteDifferences {
  private static final double STEP = 1e-5;

  private FiniteDifferences() {}

  /** Returns the gradient of a function of several numbers. */
  public static double[] gradient(ToDoubleFunction<double[]> function, double[] at) {
    double[] gradient = new double[at.length];
    double[] moved = at.clone();
    for (int i = 0; i < at.length; i++) {
      moved[i] = at[i] + STEP;
      double above = function.applyAsDouble(moved);
      moved[i] = at[i] - STEP;
      double below = function.applyAsDouble(moved);
      moved[i] = at[i];
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  /** Returns the same numbers in double precision. */
  public static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
