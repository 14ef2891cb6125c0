package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/**
 * The logarithm of the probability of an improvement by at least a margin (Kushner 1964). It has
 * the same maximum as the probability, but does not underflow.
 *
 * @param margin minimum improvement over the incumbent, in standard deviations of the targets
 */
public record ProbabilityOfImprovement(double margin) implements Acquisition {

  @Override
  public Value value(Prediction prediction, double incumbent) {
    double deviation = prediction.deviation();
    double z = (prediction.mean() - incumbent - margin) / deviation;
    double slope = StandardNormal.hazardBelow(z) / deviation;
    return new Value(StandardNormal.logCumulative(z), slope, -z * slope);
  }
}
