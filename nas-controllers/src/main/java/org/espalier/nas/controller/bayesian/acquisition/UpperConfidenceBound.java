package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/**
 * The mean plus √β standard deviations (Srinivas et al. 2010, eq. 6).
 *
 * @param beta weight of the variance, not negative
 */
public record UpperConfidenceBound(double beta) implements Acquisition {

  @Override
  public Value value(Prediction prediction, double incumbent) {
    double weight = Math.sqrt(beta);
    return new Value(prediction.mean() + weight * prediction.deviation(), 1, weight);
  }
}
