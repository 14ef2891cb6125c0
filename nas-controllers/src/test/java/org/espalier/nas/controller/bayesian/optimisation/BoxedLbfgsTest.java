package org.espalier.nas.controller.bayesian.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BoxedLbfgsTest {

  private static double rosenbrock(double[] x, double[] gradient) {
    double curve = x[1] - x[0] * x[0];
    gradient[0] = -400 * x[0] * curve - 2 * (1 - x[0]);
    gradient[1] = 200 * curve;
    return 100 * curve * curve + (1 - x[0]) * (1 - x[0]);
  }

  private static OptimizationResult minimise(double[] start, double low, double high, int budget) {
    double[] lower = {low, low};
    double[] upper = {high, high};
    return BoxedLbfgs.minimise(BoxedLbfgsTest::rosenbrock, start, lower, upper, budget);
  }

  @Test
  void findsTheEndOfANarrowValley() {
    OptimizationResult minimum = minimise(new double[] {-1.2, 1}, -5, 5, 200);

    assertThat(minimum.point()[0]).isCloseTo(1, within(1e-3));
    assertThat(minimum.point()[1]).isCloseTo(1, within(1e-3));
    assertThat(minimum.evaluations()).isLessThan(100);
  }

  /** With x ≤ ½ the minimum is at x = ½, y = ¼. */
  @Test
  void staysInTheBox() {
    OptimizationResult minimum = minimise(new double[] {-3, 3}, -2, 0.5, 200);

    assertThat(minimum.point()[0]).isEqualTo(0.5);
    assertThat(minimum.point()[1]).isCloseTo(0.25, within(1e-4));
  }

  @Test
  void evaluatesNoMoreThanItMay() {
    int[] calls = {0};
    BoxedLbfgs.minimise(
        (x, gradient) -> {
          calls[0]++;
          return rosenbrock(x, gradient);
        },
        new double[] {-1.2, 1},
        new double[] {-5, -5},
        new double[] {5, 5},
        7);

    assertThat(calls[0]).isEqualTo(7);
  }

  @Test
  void stepsBackFromWhereThereIsNoValue() {
    OptimizationResult minimum =
        BoxedLbfgs.minimise(
            (x, gradient) -> {
              gradient[0] = x[0] <= 0 ? Double.NaN : 1 - 1 / x[0];
              return x[0] <= 0 ? Double.POSITIVE_INFINITY : x[0] - Math.log(x[0]);
            },
            new double[] {3},
            new double[] {-10},
            new double[] {10},
            50);

    assertThat(minimum.point()[0]).isCloseTo(1, within(1e-4));
  }

  @Test
  void staysWhereThereIsNothingToGain() {
    double[] start = {0.3, 0.4};
    OptimizationResult minimum =
        BoxedLbfgs.minimise(
            (x, gradient) -> {
              Arrays.fill(gradient, 0);
              return 1;
            },
            start,
            new double[2],
            new double[] {1, 1},
            50);

    assertThat(minimum.point()).isEqualTo(start);
    assertThat(minimum.evaluations()).isEqualTo(1);
  }
}
