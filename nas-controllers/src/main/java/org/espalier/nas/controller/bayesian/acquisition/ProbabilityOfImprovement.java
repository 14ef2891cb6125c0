package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/**
 * The logarithm of the probability of an improvement by at least a margin (Kushner 1964); as the
 * logarithm has the maximum where the probability has it, but does not underflow.
 *
 * @param margin by how much the incumbent is to be exceeded, in standard deviations of the targets
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
