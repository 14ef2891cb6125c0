package org.espalier.nas.engine.stopping;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Predictive distribution of a score at a later epoch: a mixture of Student's t distributions, one
 * for each shape of the curve.
 *
 * <p>Given its shape, a curve is a linear model c − a·g(x) with normal noise; under a normal
 * inverse-gamma prior its evidence and its predictive distribution have closed forms (Bishop,
 * <i>Pattern Recognition and Machine Learning</i>, sections 2.3.6 and 3.3). The mixture weighs
 * shapes by their evidence, so that the sum over the grid replaces the integral that Domhan et al.
 * 2015 compute by Markov chain Monte Carlo: without random draws, the same curve always gives the
 * same answer. Their prior that curves rise is kept as the probability of a &gt; 0, by which a
 * shape's evidence is multiplied.
 */
final class Extrapolation {

  /** Half the degrees of freedom of the prior of the noise's variance. */
  private static final double PRIOR_SHAPE = 1;

  /** Expected noise, relative to the range of the curve so far. */
  private static final double PRIOR_NOISE = 0.05;

  /** Expected standard deviation of c and a, relative to the noise. */
  private static final double PRIOR_SPREAD = 120;

  private final double[] weights;
  private final double[] locations;
  private final double[] scales;
  private final TDistribution standard;
  private final double offset;
  private final double unit;

  /**
   * Extrapolates a curve.
   *
   * @param shapes shapes of curves up to at least {@code epoch}
   * @param steps the epochs measured so far
   * @param scores the scores after these epochs, finite, with at least two different values
   * @param epoch the later epoch
   */
  Extrapolation(CurveShapes shapes, double[] steps, double[] scores, int epoch) {
    this.offset = scores[scores.length - 1];
    this.unit =
        Arrays.stream(scores).max().orElseThrow() - Arrays.stream(scores).min().orElseThrow();
    this.standard = new TDistribution(2 * PRIOR_SHAPE + scores.length);
    double[] targets = Arrays.stream(scores).map(score -> (score - offset) / unit).toArray();
    this.weights = new double[shapes.count()];
    this.locations = new double[shapes.count()];
    this.scales = new double[shapes.count()];
    for (int i = 0; i < shapes.count(); i++) {
      fit(i, shapes, steps, targets, epoch);
    }
    normalise();
  }

  /** Returns the probability that the score exceeds a value. */
  double probabilityAbove(double score) {
    double target = (score - offset) / unit;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        sum += weights[i] * above((target - locations[i]) / scales[i]);
      }
    }
    return sum;
  }

  /** Returns the expected score. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * locations[i];
    }
    return offset + unit * sum;
  }

  private double above(double quantile) {
    return standard.cumulativeProbability(-quantile);
  }

  /** Returns the posterior of (c, −a) under a prior of mean 0 and of diagonal covariance. */
  private void fit(int i, CurveShapes shapes, double[] steps, double[] targets, int epoch) {
    double prior = 1 / (PRIOR_SPREAD * PRIOR_SPREAD);
    double g = 0;
    double gg = 0;
    double y = 0;
    double gy = 0;
    double yy = 0;
    for (int k = 0; k < targets.length; k++) {
      double value = shapes.at(i, (int) steps[k]);
      g += value;
      gg += value * value;
      y += targets[k];
      gy += value * targets[k];
      yy += targets[k] * targets[k];
    }
    double first = prior + targets.length;
    double second = prior + gg;
    double determinant = first * second - g * g;
    double level = (second * y - g * gy) / determinant;
    double slope = (first * gy - g * y) / determinant;
    double half = PRIOR_SHAPE + targets.length / 2.0;
    double rate =
        PRIOR_SHAPE * PRIOR_NOISE * PRIOR_NOISE + Math.max(0, yy - level * y - slope * gy) / 2;
    double variance = rate / half;
    double later = shapes.at(i, epoch);
    double spread = (second - 2 * g * later + first * later * later) / determinant;
    locations[i] = level + slope * later;
    scales[i] = Math.sqrt(variance * (1 + spread));
    double rising = above(slope / Math.sqrt(variance * first / determinant));
    weights[i] =
        shapes.logPrior(i)
            - StrictMath.log(determinant) / 2
            - half * StrictMath.log(rate)
            + StrictMath.log(Math.max(rising, Double.MIN_NORMAL));
  }

  /** Converts logarithms to weights with sum 1. */
  private void normalise() {
    double largest = Arrays.stream(weights).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(weights[i] - largest);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }
}
