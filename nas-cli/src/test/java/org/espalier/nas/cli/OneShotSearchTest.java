package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search with the weights of a one-shot model, from the file to the retrained model. */
class OneShotSearchTest {
  private static final String MOONS =
      """
      name: shared
      dataset: {type: moons, samples: 200}
      searchSpace: {type: mlp, nodes: [8, 16]}
      controller: {type: random}
      lag: 3
      evaluator: {type: one-shot, steps: 4, training: {epochs: 3, batch: 16}}
      budget: {trials: 12}
      output: {report: false}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;

  @Test
  void theLedgerIsTheSameForAnyWorkersAndAfterAKill() throws Exception {
    Path file = Files.writeString(folder.resolve("shared.yaml"), MOONS);
    Path runs = folder.resolve("one");
    String one = ledger(file, "one", 1);

    assertThat(ledger(file, "four", 4)).isEqualTo(one);
    assertThat(one).contains("inherited.weights");
    Path killed = folder.resolve("killed");
    try (NasProcess process =
        NasProcess.start(folder.resolve("out.txt"), "run", file, "--out", killed, "--workers", 2)) {
      process.await(" trial 5/");
      process.kill();
    }
    assertThat(terminal.run("resume", "latest", "--out", killed)).as(terminal.err()).isZero();
    assertThat(ledgerOf(killed)).isEqualTo(one);
    theBestOfSeveralSamplesIsRetrained(runs);
  }

  private void theBestOfSeveralSamplesIsRetrained(Path runs) throws IOException {
    int code =
        terminal.run("train", "latest", "--samples", 3, "--epochs", 2, "--json", "--out", runs);
    assertThat(code).as(terminal.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.get("metrics").get("test.accuracy").isNumber()).isTrue();
    assertThat(answer.get("trial").asInt()).isBetween(1, 12);

    assertThat(terminal.run("train", "latest", "--samples", 0, "--out", runs)).isEqualTo(2);
    assertThat(terminal.err()).contains("--samples (0) must be positive.");
  }

  private String ledger(Path file, String out, int workers) {
    Path runs = folder.resolve(out);
    assertThat(terminal.run("run", file, "--out", runs, "--workers", workers))
        .as(terminal.err())
        .isZero();
    return ledgerOf(runs);
  }

  private String ledgerOf(Path runs) {
    assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();
    return terminal.out();
  }
}
