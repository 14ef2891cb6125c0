package org.espalier.nas.experiment.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

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

    assertThat(Nearest.to(typed, known).orElse(null)).isEqualTo(meant);
  }

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

  @Test
  void tablesAreAligned() {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT);

    table.row("a", "1").row("long", "100");

    assertThat(table).hasToString("a       1\nlong  100\n");
    assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("must be 2");
  }

  @Test
  void aTableFitsByWrappingItsLastColumn() {
    Table table =
        new Table(Table.Align.LEFT, Table.Align.LEFT)
            .row("a", "one two three four five six")
            .row("b", "");

    assertThat(table.fitting(20)).isEqualTo("a  one two three\n   four five six\nb\n");
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    assertThat(Words.wrap("a incomprehensibilities b", 5))
        .containsExactly("a", "incomprehensibilities", "b");
    assertThat(Words.wrap("", 5)).containsExactly("");
  }
}
