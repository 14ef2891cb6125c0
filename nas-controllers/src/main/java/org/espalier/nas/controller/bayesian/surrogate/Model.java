package org.espalier.nas.controller.bayesian.surrogate;

import java.util.Arrays;
import java.util.Optional;

/** An immutable model fitted to targets at points. */
public interface Model {

  /**
   * Predicts the target at a point.
   *
   * @param point an encoded architecture
   * @return mean and standard deviation of the target
   */
  Prediction predict(double[] point);

  /**
   * Predicts the targets at several points, with the results of predicting each alone.
   *
   * @param points encoded architectures
   * @return a prediction for each point
   */
  default Prediction[] predict(double[][] points) {
    return Arrays.stream(points).map(this::predict).toArray(Prediction[]::new);
  }

  /**
   * Returns the incumbent: the highest mean at the points that the model was fitted to, without
   * noise as far as the model knows it.
   */
  double incumbent();

  /**
   * Returns this model with one more observation.
   *
   * @param point an encoded architecture
   * @param target the target assumed or observed at the point
   * @return another model; this one does not change
   */
  Model given(double[] point, double target);

  /**
   * Returns the derivatives of the prediction by the coordinates.
   *
   * @param point an encoded architecture
   * @return empty if the model is not smooth
   */
  default Optional<Slope> slope(double[] point) {
    return Optional.empty();
  }
}
