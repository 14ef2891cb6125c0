package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.objective.InvertedGenerationalDistancePlus;
import org.junit.jupiter.api.Test;

class InvertedGenerationalDistancePlusTest {
  private static final List<double[]> FRONT = List.of(new double[] {0, 4}, new double[] {4, 0});

  @Test
  void onlyLossesAboveTheFrontCount() {
    List<double[]> points = List.of(new double[] {3, 8}, new double[] {9, -1});
    assertThat(InvertedGenerationalDistancePlus.of(points, FRONT)).isEqualTo((5 + 5) / 2.0);
    assertThat(InvertedGenerationalDistancePlus.of(List.of(new double[] {0, 0}), FRONT)).isZero();
    assertThat(InvertedGenerationalDistancePlus.of(FRONT, FRONT)).isZero();
  }

  @Test
  void emptySets() {
    assertThat(InvertedGenerationalDistancePlus.of(List.of(), FRONT)).isInfinite();
    assertThatThrownBy(() -> InvertedGenerationalDistancePlus.of(FRONT, List.of()))
        .hasMessage("front must have at least one point.");
    assertThatThrownBy(() -> InvertedGenerationalDistancePlus.of(List.of(new double[1]), FRONT))
        .hasMessage(
            "point ([0.0]) and target ([0.0, 4.0]) must have one value for each objective.");
  }
}
