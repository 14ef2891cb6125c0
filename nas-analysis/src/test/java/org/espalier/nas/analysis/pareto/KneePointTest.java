package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.objective.KneePoint;
import org.junit.jupiter.api.Test;

class KneePointTest {

  @Test
  void theKneeIsFarthestFromTheLineThroughTheEnds() {
    List<double[]> front =
        List.of(
            new double[] {100, 1000},
            new double[] {101, 750},
            new double[] {102, 300},
            new double[] {103, 250},
            new double[] {110, 0});
    assertThat(KneePoint.of(front)).hasValue(2);
  }

  @Test
  void theFirstOfEquallyDistantPointsIsTheKnee() {
    List<double[]> front =
        List.of(
            new double[] {0, 1},
            new double[] {0.1, 0.3},
            new double[] {0.3, 0.1},
            new double[] {1, 0});
    assertThat(KneePoint.of(front)).hasValue(1);
    assertThat(KneePoint.of(List.of(front.get(0), front.get(2), front.get(1), front.get(3))))
        .hasValue(1);
  }

  @Test
  void threeObjectives() {
    List<double[]> front =
        List.of(
            new double[] {1, 0, 0},
            new double[] {0, 1, 0},
            new double[] {0, 0, 1},
            new double[] {0.5, 0.4, 0.05},
            new double[] {0.2, 0.2, 0.2});
    assertThat(KneePoint.of(front)).hasValue(4);
  }

  @Test
  void anObjectiveWithoutRangeIsLeftOut() {
    List<double[]> front =
        List.of(new double[] {0, 5, 1}, new double[] {0.1, 5, 0.1}, new double[] {1, 5, 0});
    assertThat(KneePoint.of(front)).hasValue(1);
  }

  @Test
  void straightConcaveAndShortFrontsHaveNone() {
    double[] left = {0, 3};
    double[] right = {3, 0};
    assertThat(KneePoint.of(List.of(left, new double[] {1, 2}, right))).isEmpty();
    assertThat(KneePoint.of(List.of(left, new double[] {2.5, 2.5}, right))).isEmpty();
    assertThat(KneePoint.of(List.of(left, right))).isEmpty();
    assertThat(KneePoint.of(List.of(left))).isEmpty();
    assertThat(KneePoint.of(List.of(left, left))).isEmpty();
    assertThat(KneePoint.of(List.of())).isEmpty();
  }
}
