package org.espalier.nas.api.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DominanceTest {
  private static final double[] POINT = {1, 2, 3};

  @Test
  void relationsOfTwoVectors() {
    assertThat(Dominance.of(POINT, new double[] {1, 2, 4})).isEqualTo(Dominance.DOMINATES);
    assertThat(Dominance.of(new double[] {1, 2, 4}, POINT)).isEqualTo(Dominance.DOMINATED);
    assertThat(Dominance.of(POINT, new double[] {0, 9, 9})).isEqualTo(Dominance.INCOMPARABLE);
    assertThat(Dominance.of(POINT, POINT.clone())).isEqualTo(Dominance.EQUAL);
    assertThat(Dominance.of(new double[] {0.0}, new double[] {-0.0})).isEqualTo(Dominance.EQUAL);
  }

  @Test
  void weakAndStrictDominance() {
    double[] equal = POINT.clone();
    double[] larger = {1, 2, 4};
    double[] largerEverywhere = {2, 3, 4};
    assertThat(Dominance.dominates(POINT, equal)).isFalse();
    assertThat(Dominance.weaklyDominates(POINT, equal)).isTrue();
    assertThat(Dominance.dominates(POINT, larger)).isTrue();
    assertThat(Dominance.weaklyDominates(POINT, larger)).isTrue();
    assertThat(Dominance.weaklyDominates(larger, POINT)).isFalse();
    assertThat(Dominance.strictlyDominates(POINT, larger)).isFalse();
    assertThat(Dominance.strictlyDominates(POINT, largerEverywhere)).isTrue();
  }

  @Test
  void differentLengthsAreRefused() {
    assertThatThrownBy(() -> Dominance.of(POINT, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "first ([1.0, 2.0, 3.0]) and second ([1.0, 2.0]) must have one loss for each"
                + " objective.");
    assertThatThrownBy(() -> Dominance.strictlyDominates(new double[] {1, 2}, POINT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
