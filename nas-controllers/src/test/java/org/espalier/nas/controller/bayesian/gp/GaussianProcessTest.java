package org.espalier.nas.controller.bayesian.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.bayesian.surrogate.Slope;
import org.espalier.nas.controller.encoding.Dimension;
import org.junit.jupiter.api.Test;

final class GaussianProcessTest {
  private static final List<Dimension> MIXED =
      List.of(Axes.number(0), Axes.options(1), Axes.number(2));

  /** Returns points of numbers, options and, unless the option is the first, a last number. */
  private static double[][] points(int count) {
    RandomGenerator random = new SplittableRandom(1);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      int option = random.nextInt(3);
      points[i] =
          new double[] {
            random.nextDouble(), option, option == 0 ? Double.NaN : random.nextDouble()
          };
    }
    return points;
  }

  private static double[] targets(double[][] points) {
    return Arrays.stream(points)
        .mapToDouble(x -> Math.sin(4 * x[0]) + 0.3 * x[1] + (Double.isNaN(x[2]) ? 0 : x[2]))
        .toArray();
  }

  private static Hyperparameters parameters(double noise) {
    return Hyperparameters.of(new double[] {0.4, 0.8, 1.3}, 1.7, noise, 0.2);
  }

  @Test
  void theGradientOfTheLikelihoodIsThatOfFiniteDifferences() {
    double[][] points = points(25);
    MarginalLikelihood likelihood =
        new MarginalLikelihood(new SquaredDistance(MIXED), points, targets(points));
    double[] vector = parameters(0.01).vector();
    double[] gradient = new double[vector.length];
    likelihood.value(vector, gradient);
    double step = 1e-5;
    for (int i = 0; i < vector.length; i++) {
      double[] more = vector.clone();
      double[] less = vector.clone();
      more[i] += step;
      less[i] -= step;
      double[] ignored = new double[vector.length];
      double difference =
          (likelihood.value(more, ignored) - likelihood.value(less, ignored)) / (2 * step);
      assertThat(gradient[i]).as("parameter %d", i).isCloseTo(difference, within(1e-5));
    }
  }

  @Test
  void theSlopeOfThePredictionIsThatOfFiniteDifferences() {
    double[][] points = points(25);
    Model model =
        GaussianProcess.of(MIXED, parameters(0.01), points, targets(points)).orElseThrow();
    double[] at = {0.33, 2, 0.71};
    Slope slope = model.slope(at).orElseThrow();
    double step = 1e-6;
    for (int axis : new int[] {0, 2}) {
      double[] more = at.clone();
      double[] less = at.clone();
      more[axis] += step;
      less[axis] -= step;
      Prediction above = model.predict(more);
      Prediction below = model.predict(less);
      assertThat(slope.mean()[axis])
          .isCloseTo((above.mean() - below.mean()) / (2 * step), within(1e-6));
      assertThat(slope.deviation()[axis])
          .isCloseTo((above.deviation() - below.deviation()) / (2 * step), within(1e-6));
    }
    assertThat(slope.mean()[1]).isZero();
    assertThat(slope.prediction()).isEqualTo(model.predict(at));
  }

  @Test
  void oneMoreObservationIsAsIfItHadBeenThereFromTheBeginning() {
    double[][] points = points(12);
    double[] targets = targets(points);
    GaussianProcess whole =
        GaussianProcess.of(MIXED, parameters(1e-3), points, targets).orElseThrow();
    GaussianProcess extended =
        GaussianProcess.of(
                MIXED, parameters(1e-3), Arrays.copyOf(points, 11), Arrays.copyOf(targets, 11))
            .orElseThrow()
            .given(points[11], targets[11]);

    double[] at = {0.5, 1, 0.5};
    assertThat(extended.predict(at).mean()).isCloseTo(whole.predict(at).mean(), within(1e-10));
    assertThat(extended.predict(at).deviation())
        .isCloseTo(whole.predict(at).deviation(), within(1e-10));
    assertThat(extended.logMarginalLikelihood())
        .isCloseTo(whole.logMarginalLikelihood(), within(1e-9));
  }

  @Test
  void theIncumbentIsTheHighestMeanWhereWasObserved() {
    double[][] points = points(12);
    GaussianProcess process =
        GaussianProcess.of(MIXED, parameters(0.1), points, targets(points)).orElseThrow();

    assertThat(process.incumbent())
        .isCloseTo(
            Arrays.stream(points).mapToDouble(x -> process.predict(x).mean()).max().orElseThrow(),
            within(1e-10));
  }

  @Test
  void theSamePointTwiceIsFittedToEvenIfItsTargetsDiffer() {
    double[][] points = {{0.5, 1, 0.5}, {0.5, 1, 0.5}, {0.1, 0, Double.NaN}};
    assertFinite(fit(points, 1, -1, 0));
  }

  @Test
  void equalTargetsAreFittedTo() {
    double[][] points = points(10);
    Model model = fit(points, new double[10]);
    assertFinite(model);
    assertThat(model.predict(points[3]).mean()).isCloseTo(0, within(1e-3));
  }

  @Test
  void oneObservationIsFittedTo() {
    assertFinite(fit(points(1), 0));
  }

  @Test
  void twoHundredEqualPointsAreFittedTo() {
    double[][] points = new double[200][];
    Arrays.fill(points, new double[] {0.5, 1, 0.5});
    assertFinite(fit(points, new double[200]));
  }

  @Test
  void theFitFindsWhichDecisionMatters() {
    RandomGenerator random = new SplittableRandom(2);
    double[][] points = new double[30][];
    Arrays.setAll(points, i -> new double[] {random.nextDouble(), random.nextDouble()});
    double[] targets = Arrays.stream(points).mapToDouble(x -> Math.sin(8 * x[0])).toArray();
    GaussianProcess process =
        (GaussianProcess)
            new GaussianProcessSurrogate(Axes.numbers(2), 1).fit(points, targets, random);

    assertThat(process.parameters().lengthScale(1))
        .isGreaterThan(5 * process.parameters().lengthScale(0));
    assertThat(process.parameters().noiseVariance()).isLessThan(1e-3);
    assertThat(process.predict(new double[] {0.4, 0.4}).mean())
        .isCloseTo(Math.sin(3.2), within(0.02));
  }

  private static Model fit(double[][] points, double... targets) {
    return new GaussianProcessSurrogate(MIXED, 2).fit(points, targets, new SplittableRandom(3));
  }

  private static void assertFinite(Model model) {
    Prediction prediction = model.predict(new double[] {0.3, 2, 0.9});
    assertThat(prediction.mean()).isFinite();
    assertThat(prediction.deviation()).isFinite().isPositive();
    assertThat(model.incumbent()).isFinite();
  }
}
