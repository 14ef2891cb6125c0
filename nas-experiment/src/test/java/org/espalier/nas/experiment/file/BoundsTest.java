package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.api.plugin.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, inf) | be positive",
        "[0, inf) | not be negative",
        "[2, inf) | be at least 2",
        "(0, inf) | be positive",
        "(3, inf) | be above 3",
        "(-inf, 0] | be at most 0",
        "(-inf, 9) | be below 9",
        "[1, 1024] | lie in [1, 1024]",
        "(-inf, inf) | be finite"
      })
  void theRuleForWholeNumbersReadsLikeASentence(String range, String rule) {
    assertThat(bounds(range).rule(-1)).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, inf) | be at least 1",
        "[0, inf) | not be negative",
        "(0.5, inf) | be above 0.5",
        "(0, 1] | lie in (0, 1]"
      })
  void theRuleForRealNumbersDoesNotCallOneTheLeastPositive(String range, String rule) {
    assertThat(bounds(range).rule(-1.0)).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[5, 9]", "(5, 9]", "(5, 9)", "(7, inf)", "[7, inf)", "(-inf, -7)", "(-inf, -7]"})
  void theStandInLiesWithin(String range) {
    Bounds bounds = bounds(range);

    assertThat(bounds.allow(bounds.standIn(false))).isTrue();
    assertThat(bounds.allow((long) bounds.standIn(true))).isTrue();
  }

  @Test
  void withoutARangeEveryNumberWillDo() {
    Bounds bounds = new Bounds(null);

    assertThat(bounds.allow(Long.MIN_VALUE)).isTrue();
    assertThat(bounds.standIn(true)).isEqualTo(1);
  }

  @Test
  void whatIsNoNumberIsNotBounded() {
    assertThat(bounds("[1, 2]").allow("text")).isTrue();
  }

  private static Bounds bounds(String range) {
    return new Bounds(Interval.parse(range));
  }
}
