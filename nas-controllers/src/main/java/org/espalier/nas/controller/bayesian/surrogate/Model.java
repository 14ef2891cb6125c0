package org.espalier.nas.controller.bayesian.surrogate;

import java.util.Optional;

/** A model that was fitted to targets at points; immutable. */
public interface Model {

  /**
   * Predicts.
   *
   * @param point an encoded architecture
   * @return mean and standard deviation of the target
   */
  Prediction predict(double[] point);

  /**
   * The highest mean at the points that the model was fitted to: the incumbent, with noise taken
   * off as far as the model knows it.
   */
  double incumbent();

  /**
   * This model with one more target taken for true.
   *
   * @param point an encoded architecture
   * @param target what was or might be observed there
   * @return another model; this one stays as it is
   */
  Model given(double[] point, double target);

  /**
   * How the prediction changes with the coordinates.
   *
   * @param point an encoded architecture
   * @return empty if the model is not smooth
   */
  default Optional<Slope> slope(double[] point) {
    return Optional.empty();
  }
}
