package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import org.espalier.nas.controller.bayesian.optimisation.DifferentiableFunction;

/**
 * The negative logarithm of the marginal likelihood of targets, as a function of the
 * hyper-parameters, with its analytic gradient (Rasmussen &amp; Williams 2006, eq. 5.9).
 */
final class MarginalLikelihood implements DifferentiableFunction {
  private final SquaredDistance metric;
  private final PointPairs pairs;
  private final double[][] points;
  private final double[] targets;

  MarginalLikelihood(SquaredDistance metric, double[][] points, double[] targets) {
    this.metric = metric;
    this.pairs = PointPairs.of(metric, points);
    this.points = points;
    this.targets = targets;
  }

  @Override
  public double value(double[] vector, double[] gradient) {
    Hyperparameters parameters = Hyperparameters.of(vector);
    return GaussianProcess.of(metric, parameters, pairs, points, targets)
        .map(process -> value(process, gradient))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double value(GaussianProcess process, double[] gradient) {
    Arrays.fill(gradient, 0);
    int dimensions = metric.dimensions();
    double[][] inverse = process.factor().inverse();
    double[] weights = process.weights();
    double noise = process.parameters().noiseVariance();
    double signal = process.kernel().variance();
    double[] slopes = pairs.squaredDistances(process.kernel());
    double[] covariances = new double[slopes.length];
    process.kernel().evaluate(slopes, covariances);
    for (int i = 0; i < points.length; i++) {
      double diagonal = 0.5 * (inverse[i][i] - weights[i] * weights[i]);
      gradient[dimensions] += diagonal * signal;
      gradient[dimensions + 1] += diagonal * noise;
      gradient[dimensions + 2] -= weights[i];
      for (int j = 0; j < i; j++) {
        // Both entries of a symmetric pair, hence twice a half of each.
        double weight = inverse[i][j] - weights[i] * weights[j];
        int combination = pairs.combination(i, j);
        gradient[dimensions] += weight * covariances[combination];
        addTo(gradient, weight * slopes[combination], pairs.distances(combination));
      }
    }
    for (int axis = 0; axis < dimensions; axis++) {
      gradient[axis] *= -2 * process.kernel().weight(axis);
    }
    return -process.logMarginalLikelihood();
  }

  private static void addTo(double[] gradient, double times, double[] apart) {
    for (int axis = 0; axis < apart.length; axis++) {
      gradient[axis] += times * apart[axis];
    }
  }
}
