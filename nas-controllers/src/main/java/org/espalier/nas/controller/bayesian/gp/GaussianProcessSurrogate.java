package org.espalier.nas.controller.bayesian.gp;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.controller.bayesian.optimisation.BoxedLbfgs;
import org.espalier.nas.controller.bayesian.optimisation.OptimizationResult;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Surrogate;
import org.espalier.nas.controller.encoding.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Surrogate that fits Gaussian processes, with the hyper-parameters that maximise the marginal
 * likelihood times a {@linkplain HyperparameterPrior weak prior}.
 *
 * <p>One observation among many seldom moves the maximum, so that ever fewer fits search for it, by
 * a {@linkplain FitSchedule schedule}, from where the last search ended; the others keep the
 * hyper-parameters, and then a factor of the covariance is extended by a row for each new
 * observation. Of many observations the model is conditioned on an {@linkplain ActiveSet active
 * set}, which bounds the time of a fit and of a prediction.
 */
public final class GaussianProcessSurrogate implements Surrogate {
  private static final int MOST_EVALUATIONS = 150;
  private static final int LEAST_EVALUATIONS = 8;
  private static final double OPERATIONS = 3e8;
  private static final double MORE_NOISE = 10;

  private final List<Dimension> axes;
  private final SquaredDistance metric;
  private final HyperparameterPrior prior;
  private final int restarts;
  private final int most;
  private final FitSchedule schedule = new FitSchedule();
  private @Nullable Hyperparameters last;

  /** The process of the last fit, whose factor saves time in the next; not part of the state. */
  private @Nullable GaussianProcess process;

  /**
   * Creates the surrogate.
   *
   * @param axes the dimensions of the encoded architectures
   * @param restarts number of draws from the prior from which a fit starts, in addition to the last
   *     fit and the mode of the prior
   * @param most maximum number of observations that a process is conditioned on, at least 2
   */
  public GaussianProcessSurrogate(List<Dimension> axes, int restarts, int most) {
    this.axes = List.copyOf(axes);
    this.metric = new SquaredDistance(axes);
    this.prior = new HyperparameterPrior(axes.size());
    this.restarts = restarts;
    this.most = most;
  }

  @Override
  public Model fit(double[][] points, double[] targets, RandomGenerator random) {
    Hyperparameters measure = last == null ? Hyperparameters.of(prior.start()) : last;
    int[] active = ActiveSet.of(new MaternKernel(metric, measure), points, targets, most);
    return fitTo(
        Arrays.stream(active).mapToObj(i -> points[i]).toArray(double[][]::new),
        Arrays.stream(active).mapToDouble(i -> targets[i]).toArray(),
        random);
  }

  private Model fitTo(double[][] points, double[] targets, RandomGenerator random) {
    Hyperparameters fitted = hyperparameters(points, targets, random);
    Optional<GaussianProcess> next = conditioned(fitted, points, targets);
    while (next.isEmpty()) {
      fitted = noisier(fitted);
      next = conditioned(fitted, points, targets);
    }
    last = fitted;
    process = next.get();
    return process;
  }

  private Optional<GaussianProcess> conditioned(
      Hyperparameters parameters, double[][] points, double[] targets) {
    return GaussianProcess.of(metric, parameters, points, targets, process);
  }

  private Hyperparameters hyperparameters(
      double[][] points, double[] targets, RandomGenerator random) {
    FitSchedule.Search search = schedule.advance();
    return last != null && search == FitSchedule.Search.NONE
        ? last
        : maximise(points, targets, starts(search == FitSchedule.Search.EVERYWHERE, random));
  }

  private Hyperparameters maximise(double[][] points, double[] targets, List<double[]> starts) {
    MarginalLikelihood likelihood = new MarginalLikelihood(metric, points, targets);
    int left = evaluations(points.length);
    double[] best = starts.get(0);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < starts.size() && left > 0; i++) {
      OptimizationResult minimum =
          BoxedLbfgs.minimise(
              (vector, gradient) -> negativePosterior(likelihood, vector, gradient),
              starts.get(i),
              prior.lower(),
              prior.upper(),
              Math.max(1, (left + 1) / 2));
      left -= minimum.evaluations();
      if (minimum.value() < lowest) {
        lowest = minimum.value();
        best = minimum.point();
      }
    }
    return Hyperparameters.of(best);
  }

  /**
   * Returns the number of evaluations allowed: a factor and its inverse take n³/2 multiplications,
   * the kernel ten for each of D·n² numbers.
   */
  private int evaluations(int observations) {
    double pairs = (double) observations * observations;
    double each = pairs * (0.5 * observations + 10 * axes.size());
    return (int) Math.max(LEAST_EVALUATIONS, Math.min(MOST_EVALUATIONS, OPERATIONS / each));
  }

  private double negativePosterior(
      MarginalLikelihood likelihood, double[] vector, double[] gradient) {
    double value = likelihood.value(vector, gradient);
    double[] slope = new double[gradient.length];
    double density = prior.logDensity(vector, slope);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= slope[i];
    }
    return value - density;
  }

  private List<double[]> starts(boolean everywhere, RandomGenerator random) {
    List<double[]> starts = new ArrayList<>();
    if (last != null) {
      starts.add(last.vector());
      if (!everywhere) {
        return starts;
      }
    }
    starts.add(prior.start());
    for (int i = 0; i < restarts; i++) {
      starts.add(prior.draw(random));
    }
    return starts;
  }

  private Hyperparameters noisier(Hyperparameters parameters) {
    double[] vector = parameters.vector();
    vector[parameters.dimensions() + 1] += StrictMath.log(MORE_NOISE);
    return Hyperparameters.of(vector);
  }

  @Override
  public Map<String, Double> diagnostics() {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    if (last != null) {
      diagnostics.put("gp.signal", last.signalVariance());
      diagnostics.put("gp.noise", last.noiseVariance());
      for (int i = 0; i < axes.size(); i++) {
        diagnostics.put("gp.lengthScale." + axes.get(i).decision().name(), last.lengthScale(i));
      }
    }
    return diagnostics;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    double[] vector = last == null ? new double[0] : last.vector();
    out.writeInt(vector.length);
    for (double number : vector) {
      out.writeDouble(number);
    }
    schedule.write(out);
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length != 0 && length != axes.size() + 3) {
      throw new IOException(
          "A space of %d decisions has no %d hyper-parameters.".formatted(axes.size(), length));
    }
    double[] vector = new double[length];
    for (int i = 0; i < length; i++) {
      vector[i] = in.readDouble();
    }
    last = length == 0 ? null : Hyperparameters.of(vector);
    process = null;
    schedule.read(in);
  }
}
