package org.espalier.nas.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewTest {

  @TempDir private Path folder;

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("log.txt"), text);
  }

  private Map<String, Object> read(long after) {
    return LogView.tree(Optional.of(folder), after);
  }

  @Test
  void itGoesOnWhereItEndedAndShowsWholeLines() throws Exception {
    write("first\nsecond\nthi");

    Map<String, Object> begin = read(0);
    write("first\nsecond\nthird\n");

    assertThat(begin)
        .containsEntry("text", "first\nsecond\n")
        .containsEntry("to", 13L)
        .containsEntry("cut", false);
    assertThat(read(13)).containsEntry("text", "third\n").containsEntry("to", 19L);
    assertThat(read(19)).containsEntry("text", "").containsEntry("to", 19L);
  }

  @Test
  void ofALongFileTheEndIsShown() throws Exception {
    write("0123456789\n".repeat(LogView.MOST_BYTES / 8));

    Map<String, Object> end = read(0);

    assertThat(end).containsEntry("cut", true);
    assertThat(end.get("text").toString())
        .startsWith("0123456789\n")
        .endsWith("0123456789\n")
        .hasSizeLessThanOrEqualTo(LogView.MOST_BYTES);
  }

  @Test
  void aLineThatIsLongerThanWhatIsShownIsLeftOut() throws Exception {
    write("x".repeat(2 * LogView.MOST_BYTES));

    assertThat(read(0)).containsEntry("text", "").containsEntry("cut", true);
  }

  @Test
  void aShorterFileIsReadFromItsBeginning() throws Exception {
    write("anew\n");

    assertThat(read(500)).containsEntry("text", "anew\n");
  }

  @Test
  void textIsThatOfTheFileWhateverItsSigns() throws Exception {
    write("größer → 1\n");

    assertThat(read(0)).containsEntry("text", "größer → 1\n").containsEntry("to", 15L);
  }

  @Test
  void aMissingFileHasAReason() {
    assertThat(read(0).get("problem").toString()).contains("no log file");
    assertThat(LogView.tree(Optional.empty(), 0).get("problem").toString())
        .contains("on the machine that ran it");
  }
}
