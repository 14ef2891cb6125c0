package org.espalier.nas.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "bacth, batch",
    "searchspace, searchSpace",
    "lerningRate, learningRate",
    "learning-rate, learningRate",
    "optim, optimizer",
    "frobnicate, ",
    "x, ",
  })
  void findsWhatWasMeant(String typed, String meant) {
    List<String> known = List.of("batch", "learningRate", "optimizer", "searchSpace");

    assertThat(Spelling.nearest(typed, known).orElse(null)).isEqualTo(meant);
  }
}
