package org.espalier.nas.api.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelCountsTest {

  @Test
  void givesTheSharesOfALabel() {
    LabelCounts counts = new LabelCounts("sport", 3, 1, 2, 14);

    assertThat(counts.positives()).isEqualTo(5);
    assertThat(counts.accuracy()).isEqualTo(0.85);
    assertThat(counts.precision()).hasValue(0.75);
    assertThat(counts.recall()).hasValue(0.6);
    assertThat(counts.f1()).hasValue(6.0 / 9);
  }

  @Test
  void leavesOutWhatIsUndefined() {
    LabelCounts never = new LabelCounts("sport", 0, 0, 0, 7);
    assertThat(never.accuracy()).isEqualTo(1);
    assertThat(never.precision()).isEmpty();
    assertThat(never.recall()).isEmpty();
    assertThat(never.f1()).isEmpty();
    assertThat(new LabelCounts("sport", 0, 0, 2, 7).f1()).hasValue(0);
  }

  @Test
  void countsAreNotNegative() {
    assertThatThrownBy(() -> new LabelCounts("sport", 0, 1, -1, 2))
        .hasMessage("The counts of sport (0, 1, -1, 2) must not be negative.");
    assertThatThrownBy(() -> new LabelCounts("sport", -1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
