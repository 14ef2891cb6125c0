package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of searches without training; {@link TrainingSearchTest} tests the others. */
class NextStepsTest {
  private static final String FORMULA =
      """
      name: formula
      searchSpace:
        type: hyperparameters
        parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}
      controller: {type: random}
      evaluator: {type: nk-landscape}
      reward: {type: metric, metric: fitness}
      budget: {trials: 4}
      output: {report: false}
      """;

  private static final String TABLE =
      """
      name: table
      searchSpace: {type: mlp, nodes: [8, 16], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: random}
      evaluator: {type: tabular, table: wine-mlp}
      budget: {trials: 4}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private String after(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("search.yaml"), yaml);
    assertThat(terminal.run("run", file, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    return terminal.out();
  }

  @Test
  void thereIsNoNetworkToTrainAfterAFormula() throws IOException {
    assertThat(after(FORMULA))
        .contains("Next: nas top ", "nas compare FILE", "nk-landscape answers from a formula")
        .doesNotContain("nas train");
  }

  @Test
  void norAfterATable() throws IOException {
    assertThat(after(TABLE))
        .contains("nas compare FILE", "tabular answers from a table")
        .doesNotContain("nas train");
  }

  @Test
  void pathsAreQuotedForTheShell() throws IOException {
    Path file = Files.writeString(folder.resolve("search.yaml"), FORMULA);
    Path runs = folder.resolve("Lena's runs & $HOME");

    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();

    String quoted = "'" + runs.toString().replace("'", "'\\''") + "/formula/";
    assertThat(terminal.out()).contains("Next: nas top " + quoted);
  }

  @Test
  void aFileOfTheOtherKindIsQuotedToo() throws IOException {
    Path file = Files.writeString(folder.resolve("my comparison.yaml"), "arms: {a: , b: }\n");

    assertThat(terminal.run("run", file)).isEqualTo(2);

    assertThat(terminal.err()).contains("run it with nas compare '" + file + "'");
  }
}
