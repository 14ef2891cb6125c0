package org.espalier.nas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
}
