package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/** How much it is worth to evaluate a point: more is better. */
@FunctionalInterface
public interface Acquisition {

  /**
   * Values a point.
   *
   * @param prediction what the model says of it
   * @param incumbent the target that is to be improved on
   * @return the score, and how it changes with the prediction
   */
  Value value(Prediction prediction, double incumbent);

  /**
   * A score with its derivatives.
   *
   * @param score more is better
   * @param byMean its derivative by the predicted mean
   * @param byDeviation its derivative by the predicted standard deviation
   */
  record Value(double score, double byMean, double byDeviation) {}
}
