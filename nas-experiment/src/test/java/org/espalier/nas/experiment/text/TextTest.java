package org.espalier.nas.experiment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @ParameterizedTest
  @ValueSource(strings = {"10m", "1h30m", "500ms", "2d", "1d1h1m1s1ms"})
  void durationsReadBackAsTheyAreWritten(String text) {
    assertThat(Durations.format(Durations.parse(text).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m10", "1.5h", "10 m", "-5m", "1m1h", "99999999999s"})
  void whatIsNoDurationIsNotRead(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"40, 40ms", "3210, 3.2s", "42000, 42s", "125000, 2m 5s", "7500000, 2h 5m"})
  void roundsForPeople(long millis, String text) {
    assertThat(Durations.rounded(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
