package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches through the command line, with the plugins on the class path. */
class SearchCommandsTest {
  private static final String BANDIT =
      """
      name: bandit
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture}
      budget: {trials: 12}
      output: {report: false}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;
  private Path file;
  private Path runs;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(folder.resolve("bandit.yaml"), BANDIT);
    runs = folder.resolve("runs");
  }

  @Test
  void runsASearchAndSumsItUp() {
    int code = terminal.run("run", file, "--out", runs, "--workers", 2);

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .startsWith("bandit: 12 trials (12 completed, 0 stopped, 0 failed)")
        .contains("val.accuracy  predicted  parameters  architecture")
        .contains("Time: ", "  training ", "  controller ");
    assertThat(terminal.err()).contains("trial 12/12");
  }

  /** Every epoch of every trial has its own noise, so that about half are below the median. */
  @Test
  void saysWhatStoppingSaves() throws IOException {
    List<Object> stopping =
        List.of(
            "--out",
            runs,
            "--set",
            "lag=1",
            "--set",
            "stopping={type: median, warmupTrials: 3}",
            "--set",
            "evaluator={type: hidden-architecture, epochs: 10, noise: 0.1}");
    assertThat(runWith(stopping, "run", file)).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .containsPattern(
            "Stopping \\(median\\): [1-9]\\d* of 12 trials ended early, \\d+ of 120 epochs"
                + " \\(\\d+ %\\) saved\\.");

    assertThat(terminal.run("show", "latest", "--out", runs)).isZero();
    assertThat(terminal.out()).containsPattern("stopping +[1-9]\\d* of 12 trials ended early");
    assertThat(terminal.run("show", "latest", "--out", runs, "--json")).isZero();
    JsonNode saved = new ObjectMapper().readTree(terminal.out()).get("stopping");
    assertThat(saved.get("savedEpochs").asInt() + saved.get("trainedEpochs").asInt())
        .isEqualTo(120);

    assertThat(runWith(stopping, "run", file, "--json")).isZero();
    JsonNode summary = new ObjectMapper().readTree(terminal.out()).get("stopping");
    assertThat(summary.get("rule").asText()).isEqualTo("median");
    assertThat(summary.get("stopped").asInt()).isPositive();
  }

  @Test
  void aStoppedTrialShowsTheReason() {
    assertThat(
            terminal.run(
                "run",
                file,
                "--out",
                runs,
                "--set",
                "stopping={type: threshold, above: -1}",
                "--set",
                "evaluator={type: hidden-architecture, epochs: 10}"))
        .isZero();
    assertThat(terminal.out()).contains("12 of 12 trials ended early, 108 of 120 epochs (90 %)");

    assertThat(terminal.run("show", "latest", "1", "--out", runs)).isZero();

    assertThat(terminal.out())
        .contains("1 (stopped)")
        .containsPattern("reason +validation.accuracy \\(0.\\d{4}\\) is above -1.0 after epoch 1");
  }

  private int runWith(List<Object> options, Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(options);
    return terminal.run(arguments.toArray());
  }

  @Test
  void answersInJson() throws IOException {
    assertThat(terminal.run("run", file, "--out", runs, "--json")).isZero();

    JsonNode summary = new ObjectMapper().readTree(terminal.out());
    assertThat(summary.get("ending").asText()).isEqualTo("trials");
    assertThat(summary.get("best")).hasSize(5);
    assertThat(summary.get("percentOfTime").has("training")).isTrue();
    for (List<String> command :
        List.of(
            List.of("runs"),
            List.of("top", "latest"),
            List.of("show", "latest"),
            List.of("show", "bandit", "3"),
            List.of("show", "latest", "best"))) {
      List<Object> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--out", runs, "--json"));
      assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
      assertThat(new ObjectMapper().readTree(terminal.out())).isNotEmpty();
    }
    for (String command : List.of("plugins", "data list")) {
      assertThat(terminal.run((Object[]) (command + " --json").split(" "))).isZero();
      assertThat(new ObjectMapper().readTree(terminal.out())).isNotEmpty();
    }
  }

  @Test
  void theLedgerDependsOnTheSeedAndNotOnTheWorkers() {
    String one = ledger("one", "--workers", 1);
    String two = ledger("two", "--workers", 2);
    String other = ledger("other", "--seed", 7);

    assertThat(one).isEqualTo(two).isNotEqualTo(other).startsWith("trial 1\n");
  }

  @Test
  void anInterruptedSearchIsResumedToTheSameLedger() {
    String whole = ledger("whole", "--set", "budget.trials=12");
    Path stopped = folder.resolve("stopped");
    assertThat(terminal.run("run", file, "--out", stopped)).isZero();
    Path run = new RunFolders(stopped).find("latest");

    int code = terminal.run("resume", run);

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.run("show", run, "--ledger")).isZero();
    assertThat(terminal.out()).isEqualTo(whole);
  }

  @Test
  void writesAReportAndListsWhatItWrote() {
    assertThat(terminal.run("run", file, "--out", runs)).isZero();

    assertThat(terminal.run("report", "latest", "--out", runs)).as(terminal.err()).isZero();

    assertThat(terminal.out().lines().map(Path::of)).isNotEmpty().allMatch(Files::isRegularFile);
    assertThat(terminal.out()).contains("report.html", "accuracy.png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset=null",
        "evaluator={type: training, epochs: 0}",
        "evaluator.architecture=[nonsense]",
        "dataset={type: csv, file: /nowhere.csv}",
        "controller.type=rienforce",
        "budget.trials=many",
      })
  void whatCannotRunIsBadInputAndLeavesNothing(String flag) {
    int code = terminal.run("run", file, "--out", runs, "--set", flag);

    assertThat(code).as(terminal.err()).isEqualTo(2);
    assertThat(terminal.err()).contains(":").doesNotContain("\tat ");
    assertThat(terminal.out()).isEmpty();
    assertThat(runs).doesNotExist();
  }

  @Test
  void saysWhichComponentNeedsData() {
    terminal.run("run", file, "--out", runs, "--set", "dataset=null");

    assertThat(terminal.err())
        .isEqualTo(file + ":3:14: searchSpace mlp needs data; add the key dataset.\n");
  }

  @Test
  void aRunThatWasKilledBeforeAnythingWasStoredBeginsAgain() throws IOException {
    assertThat(terminal.run("run", file, "--out", runs)).isZero();
    Path run = new RunFolders(runs).find("latest");
    assertThat(terminal.run("show", run, "--ledger")).isZero();
    String ledger = terminal.out();
    try (Stream<Path> stored = Files.list(run)) {
      for (Path path : stored.filter(path -> path.toString().contains("study.db")).toList()) {
        Files.delete(path);
      }
    }
    Files.createFile(run.resolve("study.db"));

    assertThat(terminal.run("resume", run)).as(terminal.err()).isZero();

    assertThat(terminal.run("show", run, "--ledger")).isZero();
    assertThat(terminal.out()).isEqualTo(ledger);
  }

  @Test
  void unknownRunsAndTrialsAreBadInput() {
    assertThat(terminal.run("top", "latest", "--out", runs)).isEqualTo(2);
    assertThat(terminal.err())
        .contains("There is no run latest in " + runs)
        .contains("No runs yet");
    assertThat(terminal.run("run", file, "--out", runs)).isZero();
    assertThat(terminal.run("show", "latest", "99", "--out", runs)).isEqualTo(2);
    assertThat(terminal.err()).contains("There is no finished trial 99");
    assertThat(terminal.run("top", "nothing", "--out", runs)).isEqualTo(2);
    assertThat(terminal.err()).contains("The latest runs: bandit");
  }

  @Test
  void usageErrorsAreBadInput() {
    assertThat(terminal.run()).isEqualTo(2);
    assertThat(terminal.run("rnu", file)).isEqualTo(2);
    assertThat(terminal.err()).startsWith("There is no command rnu. Did you mean run?\n");
    assertThat(terminal.run("run")).isEqualTo(2);
    assertThat(terminal.run("run", file, "--nonsense")).isEqualTo(2);
    assertThat(terminal.run("run", file, "--set", "nonsense")).isEqualTo(2);
    assertThat(terminal.run("top", "latest", "-n", "0", "--out", runs)).isEqualTo(2);
    assertThat(terminal.err()).contains("-n (0) must be positive.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "resume",
        "validate",
        "explain",
        "runs",
        "top",
        "show",
        "report",
        "train",
        "compare",
        "audit",
        "tabulate",
        "plugins",
        "plugins describe",
        "schema",
        "data",
        "data list",
        "data fetch",
        "data audit",
        "doctor"
      })
  void everyCommandHasHelpWithExamples(String command) {
    assertThat(terminal.run((Object[]) (command + " --help").split(" "))).isZero();

    assertThat(terminal.out()).contains("Usage: nas " + command).contains("Examples:");
  }

  @Test
  void auditsTheDataOfAnExperiment() {
    assertThat(terminal.run("data", "audit", file)).as(terminal.err()).isZero();

    assertThat(terminal.out()).startsWith("moons: 2 features, 2 classes (");
  }

  private String ledger(String out, Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("run", file, "--out", folder.resolve(out)));
    arguments.addAll(List.of(options));
    assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", folder.resolve(out))).isZero();
    return terminal.out();
  }
}
