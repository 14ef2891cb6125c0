package org.espalier.nas.controller.bayesian.acquisition;

import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.hipparchus.util.FastMath;

/**
 * The logarithm of the expected improvement, computed so that it neither underflows nor loses its
 * slope where improvement is unlikely (Ament et al. 2023, eq. 8 and 9).
 *
 * @param margin minimum improvement over the incumbent, in standard deviations of the targets
 */
public record LogExpectedImprovement(double margin) implements Acquisition {

  @Override
  public Value value(Prediction prediction, double incumbent) {
    double deviation = prediction.deviation();
    double z = (prediction.mean() - incumbent - margin) / deviation;
    StandardNormal.Improvement improvement = StandardNormal.improvement(z);
    return new Value(
        FastMath.log(deviation) + improvement.logarithm(),
        improvement.cumulativeRatio() / deviation,
        improvement.densityRatio() / deviation);
  }
}
