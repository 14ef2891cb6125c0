package org.espalier.nas.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

  @ParameterizedTest
  @CsvSource({
    "1, trial, 1 trial",
    "0, trial, 0 trials",
    "2, epoch, 2 epochs",
    "12, search, 12 searches",
    "3, class, 3 classes",
    "2, property, 2 properties",
    "2, array, 2 arrays",
    "1, finished trial, 1 finished trial",
    "2, finished trial, 2 finished trials",
  })
  void onlyOneIsSingular(long number, String noun, String text) {
    assertThat(Counts.of(number, noun)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1024, '1,024 seeds'", "1000000, '1,000,000 seeds'"})
  void thousandsAreSeparated(long number, String text) {
    assertThat(Counts.of(number, "seed")).isEqualTo(text);
  }
}
