package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import org.espalier.nas.controller.bayesian.optimisation.Objective;

/**
 * The negative logarithm of the marginal likelihood of targets, as a function of the
 * hyper-parameters, with its analytic gradient (Rasmussen &amp; Williams 2006, eq. 5.9).
 */
final class MarginalLikelihood implements Objective {
  private final Metric metric;
  private final double[][] points;
  private final double[] targets;

  MarginalLikelihood(Metric metric, double[][] points, double[] targets) {
    this.metric = metric;
    this.points = points;
    this.targets = targets;
  }

  @Override
  public double value(double[] vector, double[] gradient) {
    Hyperparameters parameters = Hyperparameters.of(vector);
    return GaussianProcess.of(metric, parameters, points, targets)
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
    for (int i = 0; i < points.length; i++) {
      double diagonal = 0.5 * (inverse[i][i] - weights[i] * weights[i]);
      gradient[dimensions] += diagonal * signal;
      gradient[dimensions + 1] += diagonal * noise;
      gradient[dimensions + 2] -= weights[i];
      for (int j = 0; j < i; j++) {
        addPair(process.kernel(), gradient, i, j, inverse[i][j] - weights[i] * weights[j]);
      }
    }
    for (int axis = 0; axis < dimensions; axis++) {
      gradient[axis] *= -2 * process.kernel().weight(axis);
    }
    return -process.logMarginalLikelihood();
  }

  /** Both entries of a symmetric pair, hence twice a half of each. */
  private void addPair(MaternKernel kernel, double[] gradient, int i, int j, double weight) {
    double squared = kernel.squaredDistance(points[i], points[j]);
    gradient[metric.dimensions()] += weight * kernel.covariance(squared);
    double slope = weight * kernel.slope(squared);
    for (int axis = 0; axis < metric.dimensions(); axis++) {
      gradient[axis] += slope * metric.squared(axis, points[i][axis], points[j][axis]);
    }
  }
}
