package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the check of data by {@code validate}. */
class ValidatedDataTest {
  private static final String EXPERIMENT =
      """
      name: case
      dataset:
        type: csv
        file: case.csv
        label: target
        classNames: {"0.0": stays, "%s": leaves}
      searchSpace: {type: mlp, nodes: [4], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: random}
      evaluator: {type: training, epochs: 2}
      budget: {trials: 1}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  @TempDir private Path folder;

  @Test
  void classNamesAreComparedWithTheLabelsValues() throws IOException {
    writeData("%d,%d.0%n", 2);
    assertThat(validate("1.0")).as(terminal.err()).isZero();
    assertThat(validate("2")).isEqualTo(2);
    assertThat(terminal.err())
        .startsWith(folder.resolve("case.yaml") + ":3:3: ")
        .contains(
            "classNames (2) must be a value of the label target of case.csv. Its values are 0, 1.");
  }

  @Test
  void numbersThatAreNotReadAsSuchAreReported() throws IOException {
    writeData("\"1,%03d\",%d%n", 2);
    assertThat(validate("1")).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "case.csv:2: 40 of 40 values of a are not read as numbers. 1,000 (40): set"
                + " format.thousands to ','");
  }

  @Test
  void dataThatAreElsewhereAreNotChecked() throws IOException {
    assertThat(validate("2")).as(terminal.err()).isZero();
  }

  private void writeData(String row, int classes) throws IOException {
    StringBuilder text = new StringBuilder("a,target\n");
    for (int i = 0; i < 40; i++) {
      text.append(String.format(Locale.ROOT, row, i, i % classes));
    }
    Files.writeString(folder.resolve("case.csv"), text);
  }

  private int validate(String key) throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), EXPERIMENT.formatted(key));
    return terminal.run("validate", file);
  }
}
