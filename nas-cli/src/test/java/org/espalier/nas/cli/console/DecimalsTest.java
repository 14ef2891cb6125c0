package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "0.93099999, 0.9310",
    "-123456789.5, -123456789.5000",
    "-2.46913e34, -2.4691e34",
    "1e60, 1e60",
    "-1.7976931348623157e308, -1.7977e308",
    "4.9e-324, 5e-324",
    "-0.00002, -2e-5",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void areReadableForEveryValue(double value, String text) {
    assertThat(Decimals.of(value)).isEqualTo(text);
  }
}
