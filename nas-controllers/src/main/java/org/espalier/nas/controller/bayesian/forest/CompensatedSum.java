package org.espalier.nas.controller.bayesian.forest;

/** A sum with Kahan's correction of its rounding, the one of {@code DoubleStream.sum()}. */
final class CompensatedSum {
  private double sum;
  private double excess;

  void add(double value) {
    double corrected = value - excess;
    double next = sum + corrected;
    excess = (next - sum) - corrected;
    sum = next;
  }

  double value() {
    return sum - excess;
  }
}
