package org.espalier.nas.api.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdingDistanceTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void neighboursOnBothSidesCountByTheRange() {
    List<double[]> front =
        List.of(
            new double[] {4, 20},
            new double[] {0, 100},
            new double[] {10, 0},
            new double[] {1, 60});
    double ofLast = (4 - 0) / 10.0 + (100 - 20) / 100.0;
    double ofFirst = (10 - 1) / 10.0 + (60 - 0) / 100.0;
    assertThat(CrowdingDistance.of(front)).containsExactly(ofFirst, INFINITE, INFINITE, ofLast);
  }

  @Test
  void copiesHaveNoDistanceAndDoNotChangeThatOfOthers() {
    List<double[]> front =
        List.of(
            new double[] {0, 2},
            new double[] {1, 1},
            new double[] {0, 2},
            new double[] {2, 0},
            new double[] {1, 1});
    assertThat(CrowdingDistance.of(front)).containsExactly(INFINITE, 2, 0, INFINITE, 0);
  }

  @Test
  void anObjectiveWithoutRangeContributesNothing() {
    List<double[]> front =
        List.of(new double[] {0, 7, 2}, new double[] {1, 7, 1}, new double[] {2, 7, 0});
    assertThat(CrowdingDistance.of(front)).containsExactly(INFINITE, 2, INFINITE);
  }

  @Test
  void smallFrontsAreInfinitelyDistant() {
    assertThat(CrowdingDistance.of(List.of())).isEmpty();
    assertThat(CrowdingDistance.of(List.of(new double[] {1, 2}))).containsExactly(INFINITE);
    assertThat(CrowdingDistance.of(List.of(new double[] {1, 2}, new double[] {1, 2})))
        .containsExactly(INFINITE, 0);
    assertThat(CrowdingDistance.of(List.of(new double[] {1, 2}, new double[] {2, 1})))
        .containsExactly(INFINITE, INFINITE);
  }

  @Test
  void theOrderOfTheVectorsDoesNotMatter() {
    for (int number = 0; number < 200; number++) {
      List<double[]> losses = RandomLosses.of(number);
      List<double[]> front = ParetoFront.of(losses).stream().map(losses::get).toList();
      List<double[]> shuffled = new ArrayList<>(front);
      Collections.shuffle(shuffled, new Random(number));
      assertThat(text(shuffled)).isEqualTo(text(front));
    }
  }

  @Test
  void eachVectorIsComparedWithinItsFront() {
    List<double[]> losses =
        List.of(
            new double[] {5, 7},
            new double[] {0, 2},
            new double[] {1, 1},
            new double[] {6, 6},
            new double[] {2, 0},
            new double[] {9, 5});
    assertThat(CrowdingDistance.of(losses, NonDominatedSorting.of(losses)))
        .containsExactly(INFINITE, INFINITE, 2, 2, INFINITE, INFINITE);
  }

  @Test
  void infiniteLossesAreRefused() {
    assertThatThrownBy(() -> CrowdingDistance.of(List.of(new double[] {INFINITE, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Vectors with their distances, sorted. */
  private static List<String> text(List<double[]> front) {
    double[] distances = CrowdingDistance.of(front);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      text.add(Arrays.toString(front.get(i)) + " " + distances[i]);
    }
    Collections.sort(text);
    return text;
  }
}
