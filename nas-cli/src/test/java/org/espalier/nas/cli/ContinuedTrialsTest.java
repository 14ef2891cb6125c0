package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.HalvingPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that trains networks and continues the better ones. */
class ContinuedTrialsTest {
  private static final String HALVING =
      """
      name: halving
      dataset: {type: moons, samples: 200}
      searchSpace: {type: mlp, nodes: [8, 16]}
      controller: {type: toy-halving}
      evaluator: {type: training, epochs: 4}
      callbacks: [{type: census}]
      """;

  @TempDir Path folder;

  private final Terminal terminal = new Terminal(ContinuedTrialsTest::catalogue);

  private static Catalogue catalogue() {
    List<NasPlugin> plugins = new ArrayList<>(List.of(new HalvingPlugin()));
    ServiceLoader.load(NasPlugin.class).forEach(plugins::add);
    return Catalogue.of(plugins);
  }

  private Path run(Path runs, int workers, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve("halving.yaml"), HALVING);
    List<Object> arguments =
        new ArrayList<>(List.of("run", file, "--out", runs, "--workers", workers));
    arguments.addAll(List.of(more));
    assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
    try (Stream<Path> ids = Files.list(runs.resolve("halving"))) {
      return ids.filter(Files::isDirectory)
          .filter(id -> !Files.isSymbolicLink(id))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void trainsAgainNothingAndSaysSo() throws IOException {
    Path run = run(folder.resolve("runs"), 2);

    assertThat(terminal.out())
        .contains("8 epochs trained; 4 epochs saved by continuing trials.", "continues  trained  ");
    assertThat(terminal.run("show", run, 7)).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .containsPattern("continues +trial [56], of 2 epochs; trained 2 more");
    assertThat(terminal.run("show", run, 7, "--json")).isZero();
    JsonNode trial = new ObjectMapper().readTree(terminal.out());
    assertThat(trial.findValue("continues").asInt()).isBetween(5, 6);
    assertThat(trial.findValue("trainedEpochs").asInt()).isEqualTo(2);
    assertThat(trial.findValue("measurements")).hasSize(4);
    assertThat(Files.readString(run.resolve("report.html")))
        .contains("4 saved by continuing trials", "continues trial");
  }

  @Test
  void checkpointsAreKeptOnlyWhileTheyAreNeeded() throws IOException {
    Path run = run(folder.resolve("runs"), 1);

    // Four of the first rung; two of it beside two of the second; the last beside these two.
    assertThat(Files.readAllLines(run.resolve("census.txt")))
        .hasSize(7)
        .allMatch(count -> Integer.parseInt(count) <= 4);
    assertThat(run.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void theLedgerDoesNotDependOnWorkers() throws IOException {
    List<String> ledgers = new ArrayList<>();
    for (int workers : new int[] {1, 3}) {
      Path run = run(folder.resolve("runs-" + workers), workers, "--set", "output.report=false");
      assertThat(terminal.run("show", run, "--ledger")).as(terminal.err()).isZero();
      ledgers.add(terminal.out());
    }
    assertThat(ledgers.get(0)).contains("  continues ").isEqualTo(ledgers.get(1));
  }

  @Test
  void aCacheIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("halving.yaml"), HALVING);

    assertThat(terminal.run("run", file, "--out", folder.resolve("runs"), "--set", "cache=true"))
        .isEqualTo(2);
    assertThat(terminal.err())
        .contains("cache (true) cannot be combined with a controller that continues trials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: successive-halving}",
        "{type: hyperband}",
        "{type: asha}",
        "{type: population-based-training, population: 4, interval: 2}"
      })
  void controllersThatContinueTrialsFindTheirStates(String controller) throws IOException {
    List<String> ledgers = new ArrayList<>();
    for (int workers : new int[] {1, 3}) {
      Path run =
          run(
              folder.resolve("runs-" + workers),
              workers,
              "--set",
              "controller=" + controller,
              "--set",
              "hyperparameters={parameters: {optimizer.learningRate: {type: real, low: 0.001, high:"
                  + " 0.1, scale: log}, dropout: {type: real, low: 0, high: 0.5}, batch: {type:"
                  + " categorical, options: [16, 32], ordered: true}}}",
              "--set",
              "evaluator.epochs=9",
              "--set",
              "budget.trials=40",
              "--set",
              "output.report=false");
      assertThat(terminal.out()).contains(" 0 failed)", " epochs saved by continuing trials.");
      assertThat(terminal.run("show", run, "--ledger")).as(terminal.err()).isZero();
      ledgers.add(terminal.out());
    }
    assertThat(ledgers.get(0)).contains("  continues ").isEqualTo(ledgers.get(1));
  }
}
