package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the commands on runs with several objectives, which a table answers at once. */
class SeveralObjectivesTest {
  private static final String OBJECTIVES =
      """
      name: front
      searchSpace: {type: nasbench-201}
      controller: {type: random}
      evaluator: {type: tabular, table: nasbench-201-cifar10, epochs: 12}
      objectives:
        - {type: metric, metric: validation.accuracy, reference: 0}
        - {type: parameters, reference: 1600000}
      budget: {trials: 12}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private String run(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("search.yaml"), yaml);
    call("run", file, "--out", folder.resolve("runs"));
    return terminal.out();
  }

  private String call(Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    return terminal.out();
  }

  private Path latest() throws IOException {
    try (var runs = Files.list(folder.resolve("runs/front"))) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void everyCommandShowsTheFront() throws IOException {
    String summary = run(OBJECTIVES.replace("report: false", "report: true"));
    Path run = latest();

    assertThat(summary)
        .contains("12 trials (12 completed, 0 stopped, 0 failed);")
        .contains("of 12 trials (highest validation.accuracy, lowest parameters)")
        .containsPattern("trial +val.accuracy +parameters +architecture|highest val.accuracy")
        .contains("lowest parameters ", "Next: nas top ")
        .doesNotContain("reward", "Best");
    assertThat(terminal.err()).contains(" · front ", " · lowest parameters ");
    assertThat(call("show", run)).contains("Front: ").doesNotContain("Best\n");
    assertThat(call("show", run, "--json"))
        .contains("\"front\" :", "\"direction\" : \"minimize\"", "\"reference\" : 1600000.0")
        .doesNotContain("\"best\"");
    List<String> top = call("top", run).lines().toList();
    assertThat(call("top", run, "--csv").lines().toList())
        .hasSameSizeAs(top)
        .first()
        .asString()
        .startsWith("trial,status,objective.validation.accuracy,objective.parameters,");
    assertThat(call("top", run, "-n", "3").lines()).hasSize(4);
    assertThat(call("top", run, "--json")).contains("\"front\" : [");
    assertThat(call("trials", run)).contains("val.accuracy").doesNotContain("reward");
    assertThat(call("trials", run, "--csv"))
        .startsWith("trial,status,objective.validation.accuracy,objective.parameters,seed,");
    assertThat(call("runs", "--out", folder.resolve("runs"))).contains("front of ");
    assertThat(call("runs", "--out", folder.resolve("runs"), "--json")).contains("\"front\" : ");
    assertThat(call("follow", run)).contains("trial 12 completed · val.accuracy 0.", " · front ");
    assertThat(call("replay", run)).contains("12 proposals: all proposals");
    assertThat(call("show", run, "best")).containsPattern("front +(knee|highest)");
    assertThat(Files.readString(run.resolve("report.html"))).contains("<section id=\"front\">");
    assertThat(run.resolve("plots/front.png")).isNotEmptyFile();
  }

  @Test
  void theReportHasTheImportanceOfDecisionsOfTheSearchSpace() throws IOException {
    run(OBJECTIVES.replace("report: false", "report: true").replace("trials: 12", "trials: 45"));

    assertThat(Files.readString(latest().resolve("report.html")))
        .contains("<h3>Importance for the best tenth by each objective</h3>")
        .contains("the best tenth of the 45 completed trials")
        .doesNotContain("The search space is not known");
  }

  @Test
  void trainingChoosesTheKneeAndNamesTheOthers() throws IOException {
    run(OBJECTIVES);

    assertThat(terminal.run("train", latest())).isNotZero();

    assertThat(terminal.err())
        .containsPattern("Chose trial \\d+, the knee of the front of \\d+ trials: val.accuracy 0.")
        .containsPattern("--trial \\d+: val.accuracy 0.*\\(lowest parameters\\)")
        .contains("offers no final trainer");
  }

  @Test
  void infeasibleTrialsAreNotFailed() throws IOException {
    String summary = run(OBJECTIVES + "constraints: [parameters >= 500000]\n");

    assertThat(summary).containsPattern("0 failed, \\d+ infeasible\\);");
    assertThat(call("show", latest())).containsPattern("12 finished \\(0 failed, \\d+ infeasible");
    assertThat(call("trials", latest())).contains("infeasible");
    assertThat(call("explain", folder.resolve("search.yaml")))
        .contains("objectives", "metric, parameters", "constraints", "parameters >= 500000");
  }

  @Test
  void aRunWithoutFeasibleTrialsSaysSo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("search.yaml"),
            OBJECTIVES.replace("trials: 12", "trials: 5") + "constraints: [parameters >= 5e9]\n");

    assertThat(terminal.run("run", file, "--out", folder.resolve("runs"))).isEqualTo(1);

    assertThat(terminal.out())
        .contains("All trials violate constraints:", "5 trials (infeasible)", "widen constraints");
  }

  @Test
  void networksAboveAnUpperBoundAreNotProposed() throws IOException {
    for (String controller : List.of("random", "nsga2, population: 5")) {
      String summary =
          run(
              OBJECTIVES
                      .replace("type: random", "type: " + controller)
                      .replace("name: front", "name: " + controller.substring(0, 5))
                  + "constraints: [parameters <= 200000, flops <= 2.9e7]\n");

      assertThat(summary).contains("12 trials (12 completed, 0 stopped, 0 failed);");
    }
  }

  @Test
  void boundsThatNoNetworkFulfilsAreRefused() throws IOException {
    assertRefused(
        OBJECTIVES + "constraints: [parameters <= 5]\n",
        "refused.yaml:10:14: constraints (parameters <= 5) excludes every network of the search"
            + " space: the least value is ");
  }

  @Test
  void aScalarisedRunShowsTheRewardAndTheFront() throws IOException {
    String summary =
        run(
            OBJECTIVES.replace("report: false", "report: true")
                + "scalarisation: {type: mnasnet, target: 300000}\n");

    assertThat(summary)
        .containsPattern("Best\n.*reward +val.accuracy +parameters")
        .contains("\nFront: ");
    assertThat(terminal.err()).contains(" · best 0.", " · front ");
    assertThat(Files.readString(latest().resolve("report.html")))
        .contains("Reward over the search", "<dt>best reward</dt>", "<section id=\"front\">");
    assertThat(call("top", latest())).contains("reward");
    assertThat(call("show", latest(), "--json")).contains("\"best\" :", "\"front\" :");
    assertThat(call("runs", "--out", folder.resolve("runs"))).containsPattern("0\\.\\d+, front of");
  }

  @Test
  void aRunOfOneObjectiveShowsItsValuesInItsOwnUnit() throws IOException {
    String one =
        OBJECTIVES.replace("  - {type: metric, metric: validation.accuracy, reference: 0}\n", "");

    assertThat(run(one)).contains("Best\n", "parameters").doesNotContain("reward");
    assertThat(call("runs", "--out", folder.resolve("runs")))
        .containsPattern("parameters \\d+,\\d+");
  }

  @Test
  void comparisonsScoreFrontsByHypervolume() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), OBJECTIVES);
    Path file =
        Files.writeString(
            folder.resolve("fronts.yaml"),
            """
            name: fronts
            base: base.yaml
            seeds: 2
            budget: {trials: 20}
            arms:
              random: {controller: {type: random}}
              soft: {controller: {type: evolution}, scalarisation: {type: mnasnet, target: 500000}}
            """);

    String report = call("compare", file, "--out", folder.resolve("comparisons"));

    assertThat(report)
        .contains("hypervolume of the best found", "regret", "IGD+", "optimum 0.8666");
    Path comparison = folder.resolve("comparisons/fronts");
    assertThat(Files.readString(comparison.resolve("report.html")))
        .contains("<section id=\"attainment\">", "The dotted line is the true front.", "IGD+");
    assertThat(comparison.resolve("figures/attainment.svg")).isNotEmptyFile();
    assertThat(Files.readString(comparison.resolve("curves.csv"))).contains(",random,20,0.");
  }

  @Test
  void comparisonsNeedReferences() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), OBJECTIVES.replace(", reference: 1600000", ""));
    Path file =
        Files.writeString(
            folder.resolve("fronts.yaml"),
            "name: fronts\nbase: base.yaml\nseeds: 2\narms:\n  one: {}\n  two: {}\n");

    assertThat(terminal.run("compare", file, "--out", folder.resolve("comparisons"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("objectives: parameters needs a reference, the worst value that still counts");
  }

  @Test
  void whatDoesNotGoTogetherIsNamed() throws IOException {
    assertRefused(
        OBJECTIVES.replace("type: random", "type: tpe"),
        ":3:13: The controller tpe maximises one reward, but the experiment states 2 objectives.",
        "scalarisation (chebyshev, mnasnet, penalty, weighted-sum)",
        "nsga2");
    assertRefused(
        OBJECTIVES + "constraints: [parameter <= 1e6]\n",
        "constraints (parameter <= 1000000) bounds parameter",
        "Did you mean parameters?");
    assertRefused(OBJECTIVES + "constraints: [parameters < 1e6]\n", "NAME <= NUMBER");
    assertRefused(
        OBJECTIVES.replace(
            "type: parameters, reference: 1600000", "type: metric, metric: validation.accuracy"),
        "objectives must have different names");
    assertRefused(
        OBJECTIVES.replace("objectives:", "reward: {type: mnasnet}\nobjectives:"),
        "Unknown reward mnasnet",
        "mnasnet goes with the key scalarisation.");
    assertRefused(
        """
        name: x
        searchSpace: {type: nasbench-201}
        controller: {type: random}
        evaluator: {type: tabular, table: nasbench-201-cifar10, epochs: 12}
        scalarisation: {type: mnasnet, target: 1}
        """,
        "scalarisation (mnasnet) makes one reward of several objectives; add the key objectives");
  }

  private void assertRefused(String yaml, String... parts) throws IOException {
    Path file = Files.writeString(folder.resolve("refused.yaml"), yaml);
    assertThat(terminal.run("run", file, "--out", folder.resolve("refused"))).isEqualTo(2);
    assertThat(terminal.err()).contains(parts);
  }
}
