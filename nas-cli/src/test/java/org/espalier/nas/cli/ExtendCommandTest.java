package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions of finished runs to a larger budget. */
class ExtendCommandTest {
  private static final String BANDIT =
      """
      name: bandit
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8, 16], activations: [relu, tanh], dropout: [0.1], maxLength: 5}
      controller: {type: CONTROLLER}
      evaluator: {type: hidden-architecture, noise: 0.1, epochs: 9}
      budget: {trials: 11}
      output: {report: false}
      """;

  private static final String SHARING =
      """
      name: moons
      dataset: {type: moons, samples: 100}
      searchSpace: {type: mlp, nodes: [8, 16], activations: [relu], dropout: [], maxLength: 3}
      controller: {type: reinforce, batch: 3, trainEpochs: 2}
      evaluator: {type: training, epochs: 2, sharing: {mode: bigram}}
      budget: {trials: 4}
      output: {report: false}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;

  private String run(int code, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", folder.resolve("runs")));
    assertThat(terminal.run(all.toArray())).as(terminal.err()).isEqualTo(code);
    return terminal.out();
  }

  private String whole(Path file, String setting) {
    Path whole = folder.resolve("whole");
    assertThat(terminal.run("run", file, "--set", setting, "--out", whole, "--workers", 2))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", whole)).isZero();
    return terminal.out();
  }

  private StoredStudy stored() {
    Path run = new RunFolders(folder.resolve("runs")).find("latest");
    return new RunFolderRepository(Path.of("")).read(run.toString());
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("experiment.yaml"), yaml);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random",
        "evolution, population: 6, tournament: 2",
        "local-search",
        "hyperband",
        "successive-halving",
        "asha",
        "bohb",
        "tpe",
        "quasi-random",
        "reinforce, batch: 4",
      })
  void theLedgerIsThatOfTheLargerBudget(String controller) throws IOException {
    Path file = file(BANDIT.replace("CONTROLLER", controller));
    run(0, "run", file);
    String before = run(0, "show", "latest", "--ledger");

    assertThat(run(0, "extend", "latest", "--trials", 40)).contains("40 trials");

    String said = terminal.err();
    String extended = run(0, "show", "latest", "--ledger");
    assertThat(extended).startsWith(before);
    assertThat(said).doesNotContain("may differ");
    assertThat(extended).isEqualTo(whole(file, "budget.trials=40"));
  }

  @Test
  void sharedWeightsAreThoseOfTheLargerBudget() throws IOException {
    Path file = file(SHARING);
    run(0, "run", file);

    run(0, "extend", "latest", "--trials", 9);

    assertThat(terminal.err()).doesNotContain("may differ");
    assertThat(run(0, "show", "latest", "--ledger")).isEqualTo(whole(file, "budget.trials=9"));
  }

  @Test
  void theRunRecordsTheLargerBudget() throws IOException {
    run(0, "run", file(BANDIT.replace("CONTROLLER", "random")));
    run(0, "extend", "latest", "--trials", 12);
    run(0, "extend", "bandit", "--trials", 14, "--json");

    StoredStudy study = stored();
    assertThat(study.description().yaml()).contains("trials: 14");
    assertThat(Path.of(study.key()).resolve("experiment.yaml"))
        .hasContent(study.description().yaml());
    assertThat(study.description().provenance())
        .containsEntry("budget.extension.1", "12 trials instead of 11 trials.")
        .containsEntry("budget.extension.2", "14 trials instead of 12 trials.");
    assertThat(study.sessions())
        .extracting(session -> session.ending())
        .containsExactly("TRIALS", "EXTENDED", "TRIALS", "EXTENDED", "TRIALS");
    assertThat(study.trials()).hasSize(14);
  }

  @Test
  void budgetsOfEpochsAreExtended() throws IOException {
    Path file = file(BANDIT.replace("CONTROLLER", "random").replace("trials: 11", "epochs: 50"));
    run(0, "run", file);

    run(2, "extend", "latest", "--trials", 40);
    assertThat(terminal.err())
        .isEqualTo(
            "--trials 40: budget.trials (40) would be a new limit; the search has none. Extend a"
                + " limit that it has.\n");
    run(0, "extend", "latest", "--epochs", 150);
    assertThat(run(0, "show", "latest", "--ledger")).isEqualTo(whole(file, "budget.epochs=150"));
  }

  @Test
  void aSmallerBudgetIsRefused() throws IOException {
    run(0, "run", file(BANDIT.replace("CONTROLLER", "random")));
    String before = run(0, "show", "latest", "--ledger");

    run(2, "extend", "latest", "--trials", 11);
    assertThat(terminal.err())
        .isEqualTo(
            "--trials 11: budget.trials (11) must be more than 11, the limit that the search has"
                + " now.\n");
    run(2, "extend", "latest", "--trials", 5);
    assertThat(terminal.err()).contains("budget.trials (5) must be more than 11");
    run(2, "extend", "latest", "--trials", "many");
    assertThat(terminal.err()).startsWith("--trials many: trials must be");
    run(2, "extend", "latest");
    assertThat(terminal.err()).contains("--trials, --epochs, --seconds or --wall-clock");
    assertThat(stored().description().yaml()).contains("trials: 11");
    assertThat(run(0, "show", "latest", "--ledger")).isEqualTo(before);
  }

  @Test
  void anExhaustedSpaceIsRefused() throws IOException {
    Path file =
        file(
            BANDIT
                .replace("CONTROLLER", "grid")
                .replace("[4, 8, 16]", "[4, 8]")
                .replace("maxLength: 5", "maxLength: 2")
                .replace("trials: 11", "trials: 1000"));
    run(0, "run", file);

    run(2, "extend", "latest", "--trials", 2000);

    assertThat(terminal.err()).contains("it ended because the controller has nothing more to");
  }

  @Test
  void aBudgetThatWasStoredButNotUsedIsResumed() throws IOException {
    Path file = file(BANDIT.replace("CONTROLLER", "random"));
    run(0, "run", file);
    Path experiment = Path.of(stored().key()).resolve("experiment.yaml");
    String old = Files.readString(experiment);
    run(0, "extend", "latest", "--trials", 13);
    // As if the process had been killed right after the larger budget was stored.
    Files.writeString(experiment, old);

    run(0, "resume", "latest");

    assertThat(experiment).hasContent(stored().description().yaml());
    assertThat(Stream.of(stored()).flatMap(study -> study.trials().stream())).hasSize(13);
  }
}
