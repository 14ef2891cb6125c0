package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/** A function that scores the evaluation of a point; higher is better. */
@FunctionalInterface
public interface Acquisition {

  /**
   * Scores a point.
   *
   * @param prediction the model's prediction at the point
   * @param incumbent the target to improve on
   * @return the score and its derivatives by the prediction
   */
  Value value(Prediction prediction, double incumbent);

  /**
   * A score with its derivatives.
   *
   * @param score the score; higher is better
   * @param byMean its derivative by the predicted mean
   * @param byDeviation its derivative by the predicted standard deviation
   */
  record Value(double score, double byMean, double byDeviation) {}
}
