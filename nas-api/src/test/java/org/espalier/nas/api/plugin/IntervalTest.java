package org.espalier.nas.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @Test
  void anEndBelongsToItOrNot() {
    Interval interval = Interval.parse("(0, 1]");

    assertThat(interval.contains(0)).isFalse();
    assertThat(interval.contains(Double.MIN_VALUE)).isTrue();
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.contains(Math.nextUp(1.0))).isFalse();
  }

  @Test
  void nothingInfiniteBelongsToIt() {
    Interval everything = Interval.parse("(-inf, inf)");

    assertThat(everything.contains(-1e308)).isTrue();
    assertThat(everything.contains(Double.NaN)).isFalse();
    assertThat(everything.contains(Double.POSITIVE_INFINITY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 1024]", "(0, 1)", "[1, inf)", "(-inf, inf)", "[-0.5, 2.5)"})
  void writesWhatItReads(String text) {
    assertThat(Interval.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1..5", "[5, 1]", "[1, inf]", "[-inf, 0)", "[1; 2]", "[a, b]"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Interval.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesASettingOutside() {
    Interval interval = Interval.parse("[1, 10)");
    assertThatCode(() -> interval.require("batch", 9)).doesNotThrowAnyException();
    assertThatThrownBy(() -> interval.require("batch", 10))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("batch (10) must lie in [1, 10).");
  }
}
