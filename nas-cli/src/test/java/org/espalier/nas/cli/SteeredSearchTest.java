package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of people to searches. */
class SteeredSearchTest {
  private static final String SLOW =
      """
      name: slow
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: tpe}
      evaluator: {type: hidden-architecture, sleepMillis: 50}
      budget: {trials: 300}
      workers: 2
      output: {report: false}
      """;
  private static final String NETWORK = "[(64, relu), (32, tanh), (1, sigmoid)]";

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));
  private Path file;
  private Path runs;

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    runs = folder.resolve("runs");
    file = Files.writeString(folder.resolve("slow.yaml"), SLOW);
  }

  private String run(int code, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--out", runs));
    assertThat(terminal.run(all.toArray())).as(terminal.err()).isEqualTo(code);
    return terminal.out();
  }

  @Test
  void aSearchOfAnotherProcessIsSteeredAndRepeated() throws Exception {
    try (NasProcess search =
        NasProcess.start(folder.resolve("search.txt"), "run", file, "--out", runs)) {
      search.await(" trial ");
      assertThat(run(0, "steer", "latest", "--enqueue", NETWORK, "--trials", 60, "--tag", "mine"))
          .containsPattern(
              "\\d  enqueue \\(64, relu\\), \\(32, tanh\\), \\(1, sigmoid\\) as trial \\d+, after \\d+ results")
          .contains("  set the budget to trials=60, after ")
          .contains("  add the tag mine\n");
      assertThat(search.end()).isZero();
    }
    assertThat(run(0, "show", "latest")).contains("60 finished").contains("Steering\n  1  ");
    String ledger = run(0, "show", "latest", "--ledger");
    assertThat(ledger)
        .contains("{\"command\":\"change-budget\",\"trials\":60}")
        .doesNotContain("mine");
    assertThat(run(0, "replay", "latest")).contains("match the recording");

    run(0, "run", file, "--set", "workers=1", "--steering", "latest");

    assertThat(run(0, "runs").lines()).hasSize(3);
    assertThat(run(0, "show", "latest", "--ledger")).isEqualTo(ledger);
  }

  @Test
  void commandsToAFinishedRunWaitOrAreStoredAtOnce() {
    run(0, "run", file, "--set", "budget.trials=6", "--set", "evaluator.sleepMillis=0");
    assertThat(run(0, "steer", "latest")).isEqualTo("Nobody has steered this run.\n");

    assertThat(run(0, "steer", "latest", "--note", "for the paper", "--enqueue", NETWORK))
        .contains("  1  note: for the paper\n")
        .contains(
            "  -  enqueue (64, relu), (32, tanh), (1, sigmoid): waits until the run is resumed");
    assertThat(run(0, "steer", "latest", "--withdraw", "--json"))
        .contains("\"waiting\" : [ ]")
        .contains("\"command\" : \"note: for the paper\"");

    run(0, "steer", "latest", "--trials", 9, "--enqueue", NETWORK);
    run(0, "resume", "latest");
    assertThat(run(0, "show", "latest")).contains("9 finished");
    assertThat(run(0, "steer", "latest")).contains("enqueue").doesNotContain("waits");

    run(0, "extend", "latest", "--trials", 11);
    assertThat(run(0, "show", "latest")).contains("11 finished");
    assertThat(run(0, "replay", "latest")).contains("match the recording");
    run(2, "extend", "latest", "--trials", 10);
    assertThat(terminal.err()).contains("budget.trials (10) must be more than 11");
  }

  @Test
  void badCommandsAreRefused() {
    run(0, "run", file, "--set", "budget.trials=3", "--set", "evaluator.sleepMillis=0");

    run(2, "steer", "latest", "--trials", 0);
    assertThat(terminal.err()).contains("trials (0) must be at least 1.");
    run(2, "steer", "latest", "--wall-clock", "soon");
    assertThat(terminal.err()).contains("--wall-clock (soon) must be a time");
    run(2, "steer", "latest", "--tag", " ");
    assertThat(terminal.err()).contains("tag ( ) must have between 1 and 60 characters");
    run(2, "run", file, "--steering", "none");
    assertThat(terminal.err()).contains("none");

    run(0, "steer", "latest", "--enqueue", "(5, relu)", "--trials", 4);
    run(0, "resume", "latest");
    assertThat(run(0, "steer", "latest"))
        .contains(
            "enqueue (5, relu): refused. [(5, relu)] is no architecture of the search space. Type its choices");
    assertThat(run(0, "show", "latest")).contains("4 finished");
  }

  @Test
  void commandsThatCannotHaveAnEffectAreNotSent() {
    run(0, "run", file, "--set", "budget.trials=6", "--set", "evaluator.sleepMillis=0");

    run(2, "steer", "latest", "--seconds", 20, "--stop");
    assertThat(terminal.err())
        .startsWith("budget.seconds (20) needs an evaluator that says how long trainings take");
    run(2, "steer", "latest", "--stop-trial", 7, "--stop");
    assertThat(terminal.err()).contains("There is no trial 7: the study has 6 trials so far.");
    run(2, "steer", "latest", "--enqueue", "");
    assertThat(terminal.err()).contains("--enqueue () must be the choices of an architecture.");

    assertThat(run(0, "steer", "latest")).isEqualTo("Nobody has steered this run.\n");
  }

  @Test
  void aLimitThatIsReachedEndsTheSearch() {
    run(0, "run", file, "--set", "budget.trials=6", "--set", "evaluator.sleepMillis=0");

    run(0, "steer", "latest", "--trials", 5);
    assertThat(terminal.err()).isEqualTo("6 trials are done, so that the search ends.\n");
    run(0, "steer", "latest", "--epochs", 1);
    assertThat(terminal.err()).contains("epochs are done, so that the search ends.");
    run(0, "steer", "latest", "--trials", 7, "--withdraw");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void anExtensionLeavesRoomForMore() {
    run(0, "run", file, "--set", "budget.trials=12", "--set", "evaluator.sleepMillis=0");
    run(0, "steer", "latest", "--trials", 5);
    run(0, "resume", "latest");

    run(2, "extend", "latest", "--trials", 10);
    assertThat(terminal.err())
        .contains("budget.trials (10) must be more than 12, the trials that the search has done.");

    run(0, "extend", "latest", "--trials", 13);
    assertThat(run(0, "show", "latest")).contains("13 finished");
  }

  @Test
  void aNoteOfSeveralLinesIsOneLineOfTheList() {
    run(0, "run", file, "--set", "budget.trials=3", "--set", "evaluator.sleepMillis=0");

    assertThat(run(0, "steer", "latest", "--note", "one\n  2  two\n"))
        .isEqualTo("  1  note: one …\n");
    assertThat(run(0, "show", "latest")).contains("  1  note: one …\n");
    assertThat(run(0, "steer", "latest", "--json")).contains("note: one\\n  2  two\\n");
  }

  @Test
  void commandsWithoutAPlaceAreLeftOut() {
    String quick = "evaluator.sleepMillis=0";
    run(0, "run", file, "--set", "budget.trials=6", "--set", quick);
    run(0, "steer", "latest", "--enqueue", NETWORK, "--trials", 9);
    run(0, "resume", "latest");
    run(0, "steer", "latest", "--trials", 12, "--enqueue", "(64, relu), (1, sigmoid)");
    run(0, "resume", "latest");

    run(0, "run", file, "--set", "budget.trials=4", "--set", quick, "--steering", "latest");
    assertThat(terminal.err())
        .contains("warning: 4 of 4 commands of the other run had no place in this search.");
    run(0, "extend", "latest", "--trials", 7);

    assertThat(run(0, "show", "latest")).contains("7 finished");
    assertThat(run(0, "steer", "latest")).isEqualTo("Nobody has steered this run.\n");
  }

  @Test
  void theReportNamesTheCommands() throws IOException {
    run(
        0,
        "run",
        file,
        "--set",
        "budget.trials=3",
        "--set",
        "evaluator.sleepMillis=0",
        "--set",
        "output.report=true");
    run(0, "steer", "latest", "--trials", 4, "--note", "unimportant");
    run(0, "resume", "latest");

    try (Stream<Path> files = Files.walk(runs)) {
      Path page = files.filter(each -> each.endsWith("report.html")).findFirst().orElseThrow();
      assertThat(Files.readString(page))
          .contains("<dt>steering.2</dt>")
          .contains("<dd>set the budget to trials=4, after 3 results</dd>")
          .doesNotContain("unimportant");
    }
  }
}
