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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    assertSameBits(extended, whole);
  }

  private static void assertSameBits(GaussianProcess one, GaussianProcess other) {
    double[] at = {0.5, 1, 0.5};
    assertThat(one.predict(at)).isEqualTo(other.predict(at));
    assertThat(one.weights()).isEqualTo(other.weights());
    assertThat(one.logMarginalLikelihood()).isEqualTo(other.logMarginalLikelihood());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 40})
  void whatIsTakenOverFromAnotherProcessChangesNothing(int alike) {
    double[][] points = points(40);
    double[][] before = points.clone();
    Arrays.fill(before, alike, 40, new double[] {0.9, 2, 0.1});
    SquaredDistance metric = new SquaredDistance(MIXED);
    GaussianProcess other =
        GaussianProcess.of(MIXED, parameters(0.1), before, new double[40]).orElseThrow();

    GaussianProcess process =
        GaussianProcess.of(metric, parameters(0.1), points, targets(points), other).orElseThrow();

    assertSameBits(
        process, GaussianProcess.of(MIXED, parameters(0.1), points, targets(points)).orElseThrow());
    assertSameBits(
        process,
        GaussianProcess.of(
                metric, parameters(0.1), PointPairs.of(metric, points), points, targets(points))
            .orElseThrow());
  }

  @Test
  void nothingIsTakenOverFromAProcessOfOtherHyperparameters() {
    double[][] points = points(20);
    GaussianProcess other =
        GaussianProcess.of(MIXED, parameters(0.5), points, targets(points)).orElseThrow();

    assertSameBits(
        GaussianProcess.of(
                new SquaredDistance(MIXED), parameters(0.1), points, targets(points), other)
            .orElseThrow(),
        GaussianProcess.of(MIXED, parameters(0.1), points, targets(points)).orElseThrow());
  }

  @Test
  void pointsArePredictedTogetherAsEachAlone() {
    double[][] points = points(30);
    GaussianProcess process =
        GaussianProcess.of(MIXED, parameters(1e-3), points, targets(points)).orElseThrow();
    double[][] asked = points(150);

    assertThat(process.predict(asked))
        .isEqualTo(Arrays.stream(asked).map(process::predict).toArray(Prediction[]::new));
  }

  @Test
  void unorderedDecisionsAreCountedInATable() {
    List<Dimension> axes = List.of(Axes.options(0), Axes.options(1));
    double[][] points = {{0, 1}, {2, 1}, {1, Double.NaN}, {0, Double.NaN}};
    Hyperparameters parameters = Hyperparameters.of(new double[] {0.7, 1.1}, 1.5, 0.1, 0);
    SquaredDistance metric = new SquaredDistance(axes);
    MaternKernel kernel = new MaternKernel(metric, parameters);

    assertThat(kernel.covariances(kernel.training(points), points[2], 4))
        .isEqualTo(
            Arrays.stream(points)
                .mapToDouble(
                    point ->
                        kernel.covariance(kernel.squaredDistance(metric.squared(point, points[2]))))
                .toArray());
  }

  @Test
  void theModelOfManyObservationsIsConditionedOnAnActiveSet() {
    double[][] points = points(60);
    Model model =
        new GaussianProcessSurrogate(MIXED, 1, 20)
            .fit(points, targets(points), new SplittableRandom(1));

    assertThat(((GaussianProcess) model).weights()).hasSize(20);
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
            new GaussianProcessSurrogate(Axes.numbers(2), 1, 250).fit(points, targets, random);

    assertThat(process.parameters().lengthScale(1))
        .isGreaterThan(5 * process.parameters().lengthScale(0));
    assertThat(process.parameters().noiseVariance()).isLessThan(1e-3);
    assertThat(process.predict(new double[] {0.4, 0.4}).mean())
        .isCloseTo(Math.sin(3.2), within(0.02));
  }

  private static Model fit(double[][] points, double... targets) {
    return new GaussianProcessSurrogate(MIXED, 2, 250)
        .fit(points, targets, new SplittableRandom(3));
  }

  private static void assertFinite(Model model) {
    Prediction prediction = model.predict(new double[] {0.3, 2, 0.9});
    assertThat(prediction.mean()).isFinite();
    assertThat(prediction.deviation()).isFinite().isPositive();
    assertThat(model.incumbent()).isFinite();
  }
}
