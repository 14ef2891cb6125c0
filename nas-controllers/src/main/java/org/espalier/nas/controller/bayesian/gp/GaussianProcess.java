package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.bayesian.surrogate.Slope;
import org.espalier.nas.controller.encoding.Dimension;
import org.hipparchus.util.FastMath;

/**
 * A Gaussian process with given hyper-parameters, conditioned on observations (Rasmussen &amp;
 * Williams 2006, algorithm 2.1).
 */
public final class GaussianProcess implements Model {
  private static final double SMALLEST_VARIANCE = 1e-14;

  private final SquaredDistance metric;
  private final MaternKernel kernel;
  private final Hyperparameters parameters;
  private final double[][] points;
  private final double[] targets;
  private final CholeskyFactor factor;
  private final double[] weights;

  private GaussianProcess(
      SquaredDistance metric,
      Hyperparameters parameters,
      double[][] points,
      double[] targets,
      CholeskyFactor factor) {
    this.metric = metric;
    this.kernel = new MaternKernel(metric, parameters);
    this.parameters = parameters;
    this.points = points;
    this.targets = targets;
    this.factor = factor;
    this.weights = factor.solve(residuals(targets, parameters.mean()));
  }

  /**
   * Conditions a process on observations.
   *
   * @param axes the dimensions of the encoded architectures
   * @param parameters the hyper-parameters
   * @param points encoded architectures, at least one
   * @param targets one for each point, finite
   * @return empty if the covariance is not positive definite in double precision; more noise fixes
   *     that
   */
  public static Optional<GaussianProcess> of(
      List<Dimension> axes, Hyperparameters parameters, double[][] points, double[] targets) {
    SquaredDistance metric = new SquaredDistance(axes);
    return of(metric, parameters, PointPairs.of(metric, points), points, targets);
  }

  static Optional<GaussianProcess> of(
      SquaredDistance metric,
      Hyperparameters parameters,
      PointPairs pairs,
      double[][] points,
      double[] targets) {
    MaternKernel kernel = new MaternKernel(metric, parameters);
    double[] covariances = pairs.each(kernel::covariance, kernel);
    double noise = parameters.noiseVariance();
    double[][] covariance = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      covariance[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        covariance[i][j] = covariances[pairs.combination(i, j)];
      }
      covariance[i][i] = kernel.variance() + noise;
    }
    return CholeskyFactor.of(covariance)
        .map(factor -> new GaussianProcess(metric, parameters, points, targets, factor));
  }

  private static double[] residuals(double[] targets, double mean) {
    double[] residuals = new double[targets.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = targets[i] - mean;
    }
    return residuals;
  }

  MaternKernel kernel() {
    return kernel;
  }

  CholeskyFactor factor() {
    return factor;
  }

  /** Returns K⁻¹·(y − m). */
  double[] weights() {
    return weights;
  }

  /** {@return the hyper-parameters} */
  public Hyperparameters parameters() {
    return parameters;
  }

  /** Returns the logarithm of the likelihood of the targets (eq. 2.30). */
  public double logMarginalLikelihood() {
    double[] residuals = residuals(targets, parameters.mean());
    return -0.5 * CholeskyFactor.dot(residuals, weights, weights.length)
        - 0.5 * factor.logDeterminant()
        - 0.5 * weights.length * FastMath.log(2 * Math.PI);
  }

  @Override
  public Prediction predict(double[] point) {
    double[] covariances = covariances(point);
    return prediction(covariances, factor.solveLower(covariances));
  }

  private Prediction prediction(double[] covariances, double[] explained) {
    double mean = parameters.mean() + CholeskyFactor.dot(covariances, weights, weights.length);
    double variance =
        kernel.variance() - CholeskyFactor.dot(explained, explained, explained.length);
    return new Prediction(mean, Math.sqrt(Math.max(variance, SMALLEST_VARIANCE)));
  }

  private double[] covariances(double[] point) {
    double[] covariances = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      covariances[i] = kernel.covariance(point, points[i]);
    }
    return covariances;
  }

  @Override
  public Optional<Slope> slope(double[] point) {
    double[] covariances = covariances(point);
    double[] explained = factor.solveLower(covariances);
    Prediction prediction = prediction(covariances, explained);
    double[] solved = factor.solveUpper(explained);
    double[] mean = new double[point.length];
    double[] deviation = new double[point.length];
    for (int i = 0; i < points.length; i++) {
      double slope = kernel.slope(kernel.squaredDistance(point, points[i]));
      for (int axis = 0; axis < point.length; axis++) {
        if (metric.isSmooth(axis, point[axis])) {
          double change =
              slope * kernel.weight(axis) * metric.slope(axis, point[axis], points[i][axis]);
          mean[axis] += weights[i] * change;
          deviation[axis] -= solved[i] * change / prediction.deviation();
        }
      }
    }
    return Optional.of(new Slope(prediction, mean, deviation));
  }

  @Override
  public double incumbent() {
    double noise = parameters.noiseVariance();
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < targets.length; i++) {
      best = Math.max(best, targets[i] - noise * weights[i]);
    }
    return best;
  }

  @Override
  public GaussianProcess given(double[] point, double target) {
    double[][] morePoints = Arrays.copyOf(points, points.length + 1);
    double[] moreTargets = Arrays.copyOf(targets, targets.length + 1);
    morePoints[points.length] = point.clone();
    moreTargets[targets.length] = target;
    return new GaussianProcess(
        metric,
        parameters,
        morePoints,
        moreTargets,
        factor.extended(covariances(point), kernel.variance() + parameters.noiseVariance()));
  }
}
