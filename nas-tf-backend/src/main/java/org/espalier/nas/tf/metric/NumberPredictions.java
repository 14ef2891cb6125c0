package org.espalier.nas.tf.metric;

import org.espalier.nas.api.data.TargetScale;

/**
 * Predicted numbers; the loss is that of the scaled numbers, the metrics are in the data's units.
 */
public final class NumberPredictions implements Predictions {
  private final float[] scaledPredictions;
  private final float[] scaledTargets;
  private final double[] predicted;
  private final double[] targets;

  /** Creates predictions of numbers that were not scaled. */
  public NumberPredictions(float[] predicted, float[] targets) {
    this(TargetScale.none(), predicted, targets);
  }

  /**
   * Creates predictions; the arrays are not copied and must not be changed afterwards.
   *
   * @param scale the derivation of the scaled numbers from the data's values
   * @param predicted one scaled number for each example
   * @param targets the true scaled numbers, at least one
   */
  public NumberPredictions(TargetScale scale, float[] predicted, float[] targets) {
    if (targets.length == 0 || predicted.length != targets.length) {
      throw new IllegalArgumentException(
          "predicted (%d) must be at least one and as many as targets (%d)."
              .formatted(predicted.length, targets.length));
    }
    this.scaledPredictions = predicted;
    this.scaledTargets = targets;
    this.predicted = values(scale, predicted);
    this.targets = values(scale, targets);
  }

  private static double[] values(TargetScale scale, float[] scaled) {
    double[] values = new double[scaled.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = scale.value(scaled[i]);
    }
    return values;
  }

  @Override
  public int size() {
    return scaledTargets.length;
  }

  /** Returns the mean squared error of the scaled numbers. */
  @Override
  public double loss() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double error = (double) scaledPredictions[i] - scaledTargets[i];
      sum += error * error;
    }
    return sum / size();
  }

  /** Returns the root of the mean squared error, in the data's units. */
  public double rmse() {
    return Math.sqrt(squaredErrors() / size());
  }

  /** Returns the mean absolute error, in the data's units. */
  public double mae() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Math.abs(error(i));
    }
    return sum / size();
  }

  /**
   * Returns 1 − Σ (y − ŷ)² / Σ (y − ȳ)² of the values in the data's units; if all targets are
   * equal, 1 for perfect predictions and 0 for others.
   */
  public double r2() {
    double mean = 0;
    for (double target : targets) {
      mean += target;
    }
    mean /= size();
    double squares = 0;
    for (double target : targets) {
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
    return predicted[example] - targets[example];
  }
}
