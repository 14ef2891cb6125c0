package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;

/**
 * The expected improvement over the incumbent: σ·(φ(z) + z·Φ(z)) with z = (μ − incumbent −
 * margin)/σ (Jones, Schonlau &amp; Welch 1998, eq. 15).
 *
 * @param margin minimum improvement over the incumbent, in standard deviations of the targets
 */
public record ExpectedImprovement(double margin) implements Acquisition {

  @Override
  public Value value(Prediction prediction, double incumbent) {
    double deviation = prediction.deviation();
    double z = (prediction.mean() - incumbent - margin) / deviation;
    double density = StandardNormal.density(z);
    double cumulative = StandardNormal.cumulative(z);
    return new Value(Math.max(0, deviation * (density + z * cumulative)), cumulative, density);
  }
}
