package org.espalier.nas.controller.bayesian.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.encoding.Dimension;
import org.junit.jupiter.api.Test;

final class RandomForestTest {
  private static final List<Dimension> AXES =
      List.of(
          new Dimension(new Decision("x", new RealRange(0, 1, Scale.LINEAR))),
          new Dimension(new Decision("option", Categorical.of(List.of("a", "b", "c", "d")))),
          new Dimension(new Decision("momentum", new RealRange(0, 1, Scale.LINEAR))));

  /** Returns points in which only option 2 asks for the momentum. */
  private static double[][] points(int count) {
    RandomGenerator random = new SplittableRandom(5);
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      int option = random.nextInt(4);
      points[i] =
          new double[] {
            random.nextDouble(), option, option == 2 ? random.nextDouble() : Double.NaN
          };
    }
    return points;
  }

  private static double target(double... point) {
    double option = point[1] == 0 || point[1] == 3 ? 1 : 0;
    return (point[0] < 0.5 ? 0 : 2) + option + (Double.isNaN(point[2]) ? 0 : 4 + point[2]);
  }

  private static RandomForest forest(double[][] points) {
    double[] targets = Arrays.stream(points).mapToDouble(RandomForestTest::target).toArray();
    return RandomForest.grow(AXES, points, targets, 50, 1);
  }

  @Test
  void learnsNumbersOptionsAndWhatWasNotAsked() {
    RandomForest forest = forest(points(400));

    assertThat(forest.predict(new double[] {0.2, 0, Double.NaN}).mean()).isCloseTo(1, within(0.1));
    assertThat(forest.predict(new double[] {0.8, 1, Double.NaN}).mean()).isCloseTo(2, within(0.1));
    assertThat(forest.predict(new double[] {0.2, 2, 0.5}).mean()).isCloseTo(4.5, within(0.2));
  }

  @Test
  void isLessSureWhereTreesDisagree() {
    RandomForest forest = forest(points(40));
    double[] border = {0.5, 1, Double.NaN};
    double[] inside = {0.2, 1, Double.NaN};

    assertThat(forest.predict(border).deviation())
        .isGreaterThan(forest.predict(inside).deviation());
  }

  /** Hutter et al. 2014: the mean of the leaves' variances and the variance of their means. */
  @Test
  void oneTreeGivesTheMeanAndVarianceOfItsLeaf() {
    double[][] points = {{0.1, 0, Double.NaN}};
    Prediction prediction =
        RandomForest.grow(AXES, points, new double[] {3}, 1, 1)
            .predict(new double[] {0.9, 3, Double.NaN});

    assertThat(prediction).isEqualTo(new Prediction(3, 1e-4));
  }

  @Test
  void equalTargetsAreALeaf() {
    double[][] points = points(20);
    RandomForest forest = RandomForest.grow(AXES, points, new double[20], 10, 1);

    assertThat(forest.predict(points[0]).mean()).isZero();
    assertThat(forest.incumbent()).isZero();
  }

  @Test
  void takesOneMoreTargetForTrue() {
    double[][] points = points(40);
    double[] point = {0.99, 1, Double.NaN};
    RandomForest forest = forest(points);

    assertThat(forest.given(point, 50).predict(point).mean())
        .isGreaterThan(forest.predict(point).mean() + 5);
  }
}
