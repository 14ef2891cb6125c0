package org.espalier.nas.api.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {

  @Test
  void aFrontGrowsAndDropsVectorsThatAreDominated() {
    ParetoFront front = new ParetoFront();
    assertThat(front.indices()).isEmpty();
    assertThat(front.add(new double[] {3, 3})).isTrue();
    assertThat(front.add(new double[] {4, 3})).isFalse();
    assertThat(front.add(new double[] {1, 5})).isTrue();
    assertThat(front.add(new double[] {1, 5})).isTrue();
    assertThat(front.indices()).containsExactly(0, 2, 3);
    assertThat(front.add(new double[] {2, 3})).isTrue();
    assertThat(front.indices()).containsExactly(2, 3, 4);
    assertThat(front.vectors())
        .containsExactly(new double[] {1, 5}, new double[] {1, 5}, new double[] {2, 3});
  }

  @Test
  void itIsTheFirstFrontOfTheSorting() {
    for (int number = 0; number < 200; number++) {
      List<double[]> losses = RandomLosses.of(number);
      List<List<Integer>> fronts = NonDominatedSorting.of(losses).fronts();
      assertThat(ParetoFront.of(losses)).isEqualTo(fronts.isEmpty() ? List.of() : fronts.get(0));
    }
  }

  @Test
  void itCopiesVectors() {
    double[] losses = {1, 2};
    ParetoFront front = new ParetoFront();
    front.add(losses);
    losses[0] = 9;
    front.vectors().get(0)[1] = 9;
    assertThat(front.vectors().get(0)).containsExactly(1, 2);
  }

  @Test
  void vectorsThatCannotBeComparedAreRefused() {
    ParetoFront front = new ParetoFront();
    front.add(new double[] {1, 2});
    assertThatThrownBy(() -> front.add(new double[] {1})).hasMessageContaining("each objective");
    assertThatThrownBy(() -> front.add(new double[] {1, Double.NaN}))
        .hasMessageContaining("finite");
  }
}
