package org.espalier.nas.api.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonDominatedSortingTest {

  @Test
  void frontsOfAnExample() {
    List<double[]> losses =
        List.of(
            new double[] {3, 3},
            new double[] {1, 4},
            new double[] {4, 4},
            new double[] {2, 2},
            new double[] {1, 4},
            new double[] {5, 1},
            new double[] {1, 5});
    NonDominatedSorting sorting = NonDominatedSorting.of(losses);

    assertThat(sorting.fronts()).containsExactly(List.of(1, 3, 4, 5), List.of(0, 6), List.of(2));
    assertThat(sorting.ranks()).containsExactly(1, 0, 2, 0, 0, 0, 1);
    assertThat(sorting.rank(2)).isEqualTo(2);
  }

  @Test
  void nothingHasNoFronts() {
    assertThat(NonDominatedSorting.of(List.of()).fronts()).isEmpty();
  }

  @Test
  void frontsFollowFromTheDefinition() {
    for (int number = 0; number < 400; number++) {
      List<double[]> losses = RandomLosses.of(number);
      assertThat(NonDominatedSorting.of(losses).fronts()).isEqualTo(peeled(losses));
    }
  }

  @Test
  void smallerViolationsComeFirst() {
    List<double[]> losses =
        List.of(
            new double[] {0, 0},
            new double[] {5, 5},
            new double[] {1, 1},
            new double[] {6, 6},
            new double[] {2, 0});
    double[] violations = {3, 0, 0.5, -0.0, 0.5};
    assertThat(NonDominatedSorting.of(losses, violations).fronts())
        .containsExactly(List.of(1), List.of(3), List.of(2, 4), List.of(0));
    assertThatThrownBy(() -> NonDominatedSorting.of(losses.subList(0, 1), new double[] {-1}))
        .hasMessage(
            "violations ([-1.0]) must have one number of at least 0 for each of the 1 vectors.");
    assertThatThrownBy(() -> NonDominatedSorting.of(losses, new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> NonDominatedSorting.of(losses.subList(0, 1), new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A front of 1,000 in a random order, and a chain of as many fronts. */
  @Test
  void manyVectors() {
    List<double[]> front = new ArrayList<>();
    List<double[]> chain = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      front.add(new double[] {i, 1000 - i});
      chain.add(new double[] {i, i});
    }
    Collections.reverse(chain);
    assertThat(NonDominatedSorting.of(front).fronts())
        .containsExactly(IntStream.range(0, 1000).boxed().toList());
    assertThat(NonDominatedSorting.of(chain).ranks())
        .containsExactly(IntStream.range(0, 1000).map(i -> 999 - i).toArray());
  }

  @Test
  void zerosOfEitherSignAreEqual() {
    List<double[]> losses = List.of(new double[] {-0.0, 5}, new double[] {0.0, 3});
    assertThat(NonDominatedSorting.of(losses).ranks()).containsExactly(1, 0);
  }

  @Test
  void vectorsThatCannotBeComparedAreRefused() {
    assertThatThrownBy(() -> NonDominatedSorting.of(List.of(new double[1], new double[2])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NonDominatedSorting.of(List.of(new double[] {1, Double.NaN})))
        .hasMessage("losses ([1.0, NaN]) must be finite numbers; leave out failed trials.");
  }

  private static List<List<Integer>> peeled(List<double[]> losses) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, losses.size()).boxed().toList());
    List<List<Integer>> fronts = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Integer> front =
          left.stream()
              .filter(
                  i ->
                      left.stream()
                          .noneMatch(j -> Dominance.dominates(losses.get(j), losses.get(i))))
              .toList();
      fronts.add(front);
      left.removeAll(front);
    }
    return fronts;
  }
}
