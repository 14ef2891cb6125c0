package org.espalier.nas.tf.metric;

/** Predicted numbers. */
public final class NumberPredictions implements Predictions {
  private final float[] predicted;
  private final float[] targets;

  /**
   * Creates predictions; the arrays are not copied and must not be changed afterwards.
   *
   * @param predicted one number for each example
   * @param targets the true numbers, at least one
   */
  public NumberPredictions(float[] predicted, float[] targets) {
    if (targets.length == 0 || predicted.length != targets.length) {
      throw new IllegalArgumentException(
          "predicted (%d) must be at least one and as many as targets (%d)."
              .formatted(predicted.length, targets.length));
    }
    this.predicted = predicted;
    this.targets = targets;
  }

  @Override
  public int size() {
    return targets.length;
  }

  /** Returns the mean squared error. */
  @Override
  public double loss() {
    return squaredErrors() / size();
  }

  /** Returns the mean absolute error. */
  public double mae() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Math.abs(error(i));
    }
    return sum / size();
  }

  /**
   * Returns 1 − Σ (y − ŷ)² / Σ (y − ȳ)²; if all targets are equal, 1 for perfect predictions and 0
   * for others.
   */
  public double r2() {
    double mean = 0;
    for (float target : targets) {
      mean += target;
    }
    mean /= size();
    double squares = 0;
    for (float target : targets) {
      squares += (target - mean) * (target - mean);
    }
    double errors = squaredErrors();
    if (squares == 0) {
      return errors == 0 ? 1 : 0;
    }
    return 1 - errors / squares;
  }

  private double squaredErrors() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += error(i) * error(i);
    }
    return sum;
  }

  private double error(int example) {
    return (double) predicted[example] - targets[example];
  }
}
