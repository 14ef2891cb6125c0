package org.espalier.nas.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private final Decision kind =
      new Decision("kind", new Categorical(List.of("a", "b", "c"), List.of(0, 2)));
  private final Decision units = new Decision("units", new IntegerRange(1, 9, 2, Scale.LINEAR));
  private final Decision rate = new Decision("rate", new RealRange(0, 1, Scale.LINEAR));

  @Test
  void aCategoricalDecisionAdmitsAnAllowedOptionWithItsLabel() {
    assertThat(kind.admits(new Choice.Option("kind", 2, "c"))).isTrue();
    assertThat(kind.admits(new Choice.Option("kind", 1, "b"))).isFalse();
    assertThat(kind.admits(new Choice.Option("kind", 2, "a"))).isFalse();
    assertThat(kind.admits(new Choice.Option("kind", 3, "d"))).isFalse();
    assertThat(kind.admits(new Choice.Option("kind", -1, "a"))).isFalse();
    assertThat(kind.admits(new Choice.Option("sort", 2, "c"))).isFalse();
    assertThat(kind.admits(new Choice.Whole("kind", 2))).isFalse();
  }

  @Test
  void aNumericDecisionAdmitsWhatLiesInItsRange() {
    assertThat(units.admits(new Choice.Whole("units", 3))).isTrue();
    assertThat(units.admits(new Choice.Whole("units", 4))).isFalse();
    assertThat(units.admits(new Choice.Real("units", 3))).isFalse();
    assertThat(rate.admits(new Choice.Real("rate", 0.5))).isTrue();
    assertThat(rate.admits(new Choice.Real("rate", 1.5))).isFalse();
    assertThat(rate.admits(new Choice.Real("rate", Double.NaN))).isFalse();
    assertThat(rate.admits(new Choice.Whole("rate", 1))).isFalse();
  }

  @Test
  void optionsAreChosenByIndex() {
    assertThat(kind.choose(2)).isEqualTo(new Choice.Option("kind", 2, "c"));
    assertThatThrownBy(() -> kind.choose(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Option 1 of kind is not among the allowed [0, 2]");
    assertThatThrownBy(() -> kind.choose(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kind.choose(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rate.choose(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rate is not categorical");
  }
}
