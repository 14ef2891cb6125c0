package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A small search that trains networks, from the file to the exported model. */
class TrainingSearchTest {
  private static final String MOONS =
      """
      name: moons
      dataset: {type: moons, samples: 200}
      searchSpace: {type: mlp, nodes: [8, 16]}
      controller: {type: reinforce, batch: 3, trainEpochs: 2}
      evaluator: {type: training, epochs: 2, sharing: {mode: bigram}}
      budget: {trials: 6}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;

  @Test
  void searchesReportsAndTrains() throws IOException {
    Path file = Files.writeString(folder.resolve("moons.yaml"), MOONS);
    Path runs = folder.resolve("runs");
    Path model = folder.resolve("model");

    assertThat(terminal.run("run", file, "--out", runs, "--workers", 2))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("6 trials (6 completed", "Report: ", "nas train ");

    int code =
        terminal.run("train", "latest", "--out", runs, "--epochs", 3, "--export", model, "--json");
    assertThat(code).as(terminal.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.get("metrics").get("test.accuracy").isNumber()).isTrue();
    assertThat(answer.get("confusionMatrix")).hasSize(2);
    Path page = Path.of(answer.get("report").asText());
    assertThat(page.getFileName()).hasToString("trained-" + answer.get("trial") + ".html");
    assertThat(page).content().contains("Confusion matrix of the test part", "<h3>Network of");
    assertThat(page.resolveSibling("report.html")).content().contains("<h3>Network of trial ");
    assertThat(page.resolveSibling("plots/network.svg")).content().contains("dense(1, sigmoid)");
    assertThat(model.resolve("saved_model.pb")).isNotEmptyFile();
    assertThat(model.resolve("model.json")).isNotEmptyFile();

    assertAnExportIsReplacedOnlyWithForce(runs, model);
    assertTheNetworkIsShown(runs);
  }

  private void assertTheNetworkIsShown(Path runs) throws IOException {
    assertThat(terminal.run("show", "latest", "best", "--network", "--out", runs)).isZero();
    assertThat(terminal.out())
        .containsPattern("node +layer +reads +output +parameters +FLOPs")
        .containsPattern("layer0 +.* input +");

    assertThat(terminal.run("show", "latest", "best", "--network", "--json", "--out", runs))
        .isZero();
    JsonNode nodes = new ObjectMapper().readTree(terminal.out()).get("network");
    JsonNode last = nodes.get(nodes.size() - 1);
    assertThat(last.get("layer").asText()).isEqualTo("(1, sigmoid)");
    assertThat(last.get("output").toString()).isEqualTo("[1]");
    assertThat(last.get("parameters").asLong()).isPositive();

    assertThat(terminal.run("show", "latest", "--network", "--out", runs)).isEqualTo(2);
    assertThat(terminal.err()).contains("--network is for a trial; add its number, or best.");

    Path svg = folder.resolve("best.svg");
    assertThat(terminal.run("show", "latest", "--svg", svg, "--out", runs)).isZero();
    assertThat(terminal.out()).containsPattern("Drew the network of trial \\d: .*best\\.svg");
    assertThat(svg).content().contains("dense(1, sigmoid)");
    assertThat(terminal.run("show", "latest", "--svg", svg, "--ledger", "--out", runs))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("leave out --svg and --png.");
  }

  private void assertAnExportIsReplacedOnlyWithForce(Path runs, Path model) throws IOException {
    Files.writeString(model.resolve("model.json"), "kept");

    int refused = terminal.run("train", "latest", "--out", runs, "--epochs", 1, "--export", model);
    assertThat(refused).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "--export (" + model + ") exists and is not empty; add --force to replace its files,");
    assertThat(model.resolve("model.json")).hasContent("kept");

    int forced =
        terminal.run("train", "latest", "--out", runs, "--epochs", 1, "--export", model, "--force");
    assertThat(forced).as(terminal.err()).isZero();
    assertThat(model.resolve("model.json")).content().contains("\"architecture\"");
  }

  @Test
  void aCacheCannotGoWithSharedWeights() throws IOException {
    Path file = Files.writeString(folder.resolve("moons.yaml"), MOONS);

    int code =
        terminal.run(
            "validate", file, "--set", "cache=true", "--set", "evaluator.sharing.mode=bigram");

    assertThat(code).isEqualTo(2);
    assertThat(terminal.err())
        .isEqualTo(
            "--set cache=true: cache (true) cannot go with evaluator.sharing.mode (bigram): what a"
                + " trial achieves depends on the trials before it. Change one of the two.\n");
  }

  @Test
  void anOptimizerOfAnotherTypeKeepsItsLearningRate() throws IOException {
    Path file = Files.writeString(folder.resolve("moons.yaml"), MOONS);

    int code =
        terminal.run(
            "validate",
            file,
            "--resolved",
            "--set",
            "evaluator.optimizer.learningRate=0.7",
            "--set",
            "evaluator.optimizer.type=sgd");

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("type: sgd").contains("learningRate: 0.7");
  }

  /** Files that a small variant extends are read with it; their data are prepared once. */
  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../experiments"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.getFileName().toString().startsWith("ablation-"))
          .filter(file -> Files.notExists(Path.of(file.toString().replace(".yaml", "-small.yaml"))))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void theShippedExperimentsAreValid(Path file) {
    assertThat(terminal.run("validate", file)).as(terminal.err()).isZero();
  }
}
