package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

  @Test
  void tablesAreAligned() {
    TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT);

    table.row("a", "1").row("long", "100");

    assertThat(table).hasToString("a       1\nlong  100\n");
    assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("must be 2");
  }

  @Test
  void aTableFitsByWrappingItsLastColumn() {
    TextTable table =
        new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT)
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

  private static TextTable runs() {
    return new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.LEFT)
        .row("RUN", "TRIALS", "VERDICT")
        .row("quickstart/20261129-081500", "1,024", "Evolution is better than random search.")
        .row("b", "7", "ünïcödé and more of it");
  }

  @Test
  void theWidestColumnsOfWordsAreCut() {
    assertThat(runs().cut(50))
        .isEqualTo(
            """
            RUN                   TRIALS  VERDICT
            quickstart/20261129…   1,024  Evolution is better…
            b                          7  ünïcödé and more of…
            """);
    assertThat(runs().cut(30))
        .isEqualTo(
            """
            RUN         TRIALS  VERDICT
            quickstar…   1,024  Evolution…
            b                7  ünïcödé a…
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 20, 25, 33, 60, 72, 73})
  void noLineIsTooLong(int width) {
    assertThat(runs().cut(width).lines()).hasSize(3).allMatch(line -> codePoints(line) <= width);
    assertThat(runs().folded(width).lines()).allMatch(line -> codePoints(line) <= width);
  }

  private static int codePoints(String line) {
    return line.codePointCount(0, line.length());
  }

  @Test
  void aTableThatFitsIsNotCut() {
    assertThat(runs().cut(Integer.MAX_VALUE)).isEqualTo(runs().toString());
    assertThat(runs().folded(Integer.MAX_VALUE)).isEqualTo(runs().toString());
    assertThat(runs().cut(75)).isEqualTo(runs().toString());
  }

  @Test
  void foldingBreaksWordsThatAreTooLong() {
    TextTable table =
        new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT)
            .row("run", "/home/somebody/runs/quickstart/20261129");

    assertThat(table.folded(25)).isEqualTo("run  /home/somebody/runs/\n     quickstart/20261129\n");
  }
}
