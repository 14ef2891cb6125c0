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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches without any trial that succeeds. */
class AllTrialsFailedTest {
  private static final String SEARCH =
      """
      name: case
      seed: 1
      dataset: {type: %s, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: random}
      evaluator: {type: training, epochs: 2, optimizer: {type: sgd, learningRate: %s}}
      budget: {trials: 2}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private Path search(String dataset, String rate) throws IOException {
    return Files.writeString(folder.resolve("case.yaml"), SEARCH.formatted(dataset, rate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e30", "1e38", "1e20"})
  void theExitCodeIsOneAndTheCauseIsNamed(String rate) throws IOException {
    int code = terminal.run("run", search("friedman", rate), "--out", folder.resolve("runs"));

    assertThat(terminal.out())
        .contains("All trials failed:\n  2 trials (diverged), first trial 1: ")
        .contains("Hint: lower the learning rate")
        .containsPattern("Next: nas show \\S+ 1\n")
        .doesNotContain("nas train")
        .doesNotContain("Exception");
    assertThat(code).isEqualTo(1);
    assertThat(terminal.run("runs", "--out", folder.resolve("runs"))).isZero();
    assertThat(terminal.out()).contains("failed");
  }

  @Test
  void theJsonCountsThem() throws IOException {
    int code =
        terminal.run("run", search("friedman", "1e30"), "--json", "--out", folder.resolve("runs"));

    JsonNode failures = new ObjectMapper().readTree(terminal.out()).get("failures");
    assertThat(failures.get(0).get("cause").asText()).isEqualTo("diverged");
    assertThat(failures.get(0).get("count").asInt()).isEqualTo(2);
    assertThat(code).isEqualTo(1);
  }
}
