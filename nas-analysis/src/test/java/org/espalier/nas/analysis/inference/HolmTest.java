package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** Expected values: statsmodels 0.15.0, multipletests(method="holm"). */
  @Test
  void agreesWithStatsmodels() {
    Holm holm = Holm.of(0.01, 0.04, 0.03, 0.005, 0.5);

    double[] expected = {0.04, 0.09, 0.09, 0.025, 0.5};
    for (int i = 0; i < expected.length; i++) {
      assertThat(holm.adjusted().get(i)).isCloseTo(expected[i], within(1e-15));
    }
    assertThat(holm.places()).containsExactly(1, 3, 2, 0, 4);
  }

  @Test
  void neverExceedsOne() {
    assertThat(Holm.of(0.7, 0.8).adjusted()).containsExactly(1.0, 1.0);
    assertThat(Holm.of().adjusted()).isEmpty();
  }

  @Test
  void knowsAtWhichLevelEachIsTested() {
    Holm holm = Holm.of(0.01, 0.04, 0.03, 0.005, 0.5);

    assertThat(holm.level(3, 0.05)).isEqualTo(0.05 / 5);
    assertThat(holm.level(0, 0.05)).isEqualTo(0.05 / 4);
    // What was not rejected would have to come next, whichever it is.
    assertThat(holm.level(2, 0.05)).isEqualTo(0.05 / 3);
    assertThat(holm.level(4, 0.05)).isEqualTo(0.05 / 3);
  }
}
