package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.bayesian.surrogate.Slope;
import org.espalier.nas.controller.encoding.Dimension;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * A Gaussian process with given hyper-parameters, conditioned on observations (Rasmussen &amp;
 * Williams 2006, algorithm 2.1).
 */
public final class GaussianProcess implements Model {
  private static final double SMALLEST_VARIANCE = 1e-14;

  /** Number of points that are predicted at once, so that their covariances fit into a cache. */
  private static final int BLOCK = 64;

  private final SquaredDistance metric;
  private final MaternKernel kernel;
  private final Hyperparameters parameters;
  private final double[][] points;
  private final TrainingPoints training;
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
    this.training = new TrainingPoints(metric, points);
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
    return of(new SquaredDistance(axes), parameters, points, targets, null);
  }

  /**
   * Conditions a process on observations, with what can be taken over from another process: with
   * the same hyper-parameters and first points, only the rows of the other points are computed. The
   * result is the same bit for bit.
   */
  static Optional<GaussianProcess> of(
      SquaredDistance metric,
      Hyperparameters parameters,
      double[][] points,
      double[] targets,
      @Nullable GaussianProcess other) {
    MaternKernel kernel = new MaternKernel(metric, parameters);
    TrainingPoints training = new TrainingPoints(metric, points);
    GaussianProcess alike = other != null && other.parameters.equals(parameters) ? other : null;
    return CholeskyFactor.extending(
            alike == null ? null : alike.factor,
            alike == null ? 0 : commonStart(alike.points, points),
            points.length,
            i -> kernel.covariances(training, points[i], i),
            kernel.variance() + parameters.noiseVariance())
        .map(factor -> new GaussianProcess(metric, parameters, points, targets, factor));
  }

  private static int commonStart(double[][] one, double[][] other) {
    int length = 0;
    while (length < Math.min(one.length, other.length)
        && Arrays.equals(one[length], other[length])) {
      length++;
    }
    return length;
  }

  /** Conditions a process on points whose pairs are known; for the same points again and again. */
  static Optional<GaussianProcess> of(
      SquaredDistance metric,
      Hyperparameters parameters,
      PointPairs pairs,
      double[][] points,
      double[] targets) {
    MaternKernel kernel = new MaternKernel(metric, parameters);
    double[] covariances = pairs.squaredDistances(kernel);
    Arrays.setAll(covariances, i -> kernel.covariance(covariances[i]));
    double[][] lower = new double[points.length][];
    for (int j = 0; j < points.length; j++) {
      lower[j] = new double[points.length - j];
      lower[j][0] = kernel.variance() + parameters.noiseVariance();
      for (int i = j + 1; i < points.length; i++) {
        lower[j][i - j] = covariances[pairs.combination(i, j)];
      }
    }
    return CholeskyFactor.of(lower)
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

  @Override
  public Prediction[] predict(double[][] several) {
    Prediction[] predictions = new Prediction[several.length];
    for (int first = 0; first < several.length; first += BLOCK) {
      predict(several, first, Math.min(BLOCK, several.length - first), predictions);
    }
    return predictions;
  }

  private void predict(double[][] several, int first, int count, Prediction[] predictions) {
    double[][] explained = new double[points.length][count];
    double[] means = new double[count];
    for (int c = 0; c < count; c++) {
      double[] covariances = covariances(several[first + c]);
      means[c] = mean(covariances);
      for (int i = 0; i < points.length; i++) {
        explained[i][c] = covariances[i];
      }
    }
    factor.solveLower(explained);
    double[] one = new double[points.length];
    for (int c = 0; c < count; c++) {
      for (int i = 0; i < points.length; i++) {
        one[i] = explained[i][c];
      }
      predictions[first + c] = new Prediction(means[c], deviation(one));
    }
  }

  private Prediction prediction(double[] covariances, double[] explained) {
    return new Prediction(mean(covariances), deviation(explained));
  }

  private double mean(double[] covariances) {
    return parameters.mean() + CholeskyFactor.dot(covariances, weights, weights.length);
  }

  private double deviation(double[] explained) {
    double variance =
        kernel.variance() - CholeskyFactor.dot(explained, explained, explained.length);
    return Math.sqrt(Math.max(variance, SMALLEST_VARIANCE));
  }

  private double[] covariances(double[] point) {
    return kernel.covariances(training, point, points.length);
  }

  @Override
  public Optional<Slope> slope(double[] point) {
    double[] slopes = kernel.squaredDistances(training, point, points.length);
    double[] covariances = new double[slopes.length];
    kernel.evaluate(slopes, covariances);
    double[] explained = factor.solveLower(covariances);
    Prediction prediction = prediction(covariances, explained);
    double[] solved = factor.solveUpper(explained);
    for (int i = 0; i < slopes.length; i++) {
      solved[i] *= slopes[i];
      slopes[i] *= weights[i];
    }
    double[] mean = new double[point.length];
    double[] deviation = new double[point.length];
    for (int axis = 0; axis < point.length; axis++) {
      if (metric.isSmooth(axis, point[axis])) {
        double[] values = training.values(axis);
        double byMean = 0;
        double byVariance = 0;
        for (int i = 0; i < values.length; i++) {
          byMean += slopes[i] * (point[axis] - values[i]);
          byVariance += solved[i] * (point[axis] - values[i]);
        }
        mean[axis] = 2 * kernel.weight(axis) * byMean;
        deviation[axis] = -2 * kernel.weight(axis) * byVariance / prediction.deviation();
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
