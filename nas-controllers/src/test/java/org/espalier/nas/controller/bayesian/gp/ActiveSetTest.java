package org.espalier.nas.controller.bayesian.gp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActiveSetTest {
  private static final MaternKernel KERNEL =
      new MaternKernel(
          new SquaredDistance(Axes.numbers(1)), Hyperparameters.of(new double[] {1}, 1, 0.1, 0));

  private static double[][] line(double... numbers) {
    double[][] points = new double[numbers.length][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {numbers[i]};
    }
    return points;
  }

  @Test
  void fewObservationsAreAllIn() {
    assertThat(ActiveSet.of(KERNEL, line(0.1, 0.2, 0.3), new double[] {1, 3, 2}, 3))
        .containsExactly(0, 1, 2);
  }

  /** The best two, 0.5 and 0.52, then the farthest from them, 0, and from all of these, 1. */
  @Test
  void halfAreTheBestAndTheOthersAreSpread() {
    double[][] points = line(0, 0.05, 0.5, 0.51, 0.52, 0.95, 0.9);
    double[] targets = {-3, -2, 2, 0, 1, -1, -4};

    assertThat(ActiveSet.of(KERNEL, points, targets, 4)).containsExactly(0, 2, 4, 5);
  }

  @Test
  void equalPointsAreChosenOnlyOnceEach() {
    assertThat(ActiveSet.of(KERNEL, line(0.5, 0.5, 0.5, 0.5, 0.5), new double[5], 4))
        .containsExactly(0, 1, 2, 3);
  }
}
