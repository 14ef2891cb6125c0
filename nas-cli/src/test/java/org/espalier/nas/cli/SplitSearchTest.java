package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on data that are split by date, by group, or into folds. */
class SplitSearchTest {
  private static final String EXPERIMENT =
      """
      name: visits
      dataset:
        type: csv
        file: visits.csv
        label: ill
        dates: {seen: yyyy-MM-dd}
        drop: [patient]
        prepare: {split: %s}
      searchSpace: {type: mlp, nodes: [4, 8], maxLength: 3}
      controller: {type: random}
      evaluator: {type: training, epochs: 2}
      budget: {trials: 5}
      output: {report: false}
      """;
  private static final String FOLDS = "{folds: 3}";

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("pulse,weight,seen,patient,ill\n");
    for (int i = 0; i < 120; i++) {
      double pulse = 60 + 40 * random.nextDouble();
      text.append(
          String.format(
              Locale.ROOT,
              "%.2f,%.2f,2024-%02d-%02d,p%d,%s%n",
              pulse,
              50 + 30 * random.nextDouble(),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(20),
              pulse + 5 * random.nextDouble() > 82 ? "yes" : "no"));
    }
    Files.writeString(folder.resolve("visits.csv"), text);
  }

  private Path file(String split) throws IOException {
    return Files.writeString(folder.resolve("visits.yaml"), EXPERIMENT.formatted(split));
  }

  private Path run(String split, int workers, Object... more) throws IOException {
    Path runs = folder.resolve("runs-" + workers);
    List<Object> arguments =
        new ArrayList<>(List.of("run", file(split), "--out", runs, "--workers", workers));
    arguments.addAll(List.of(more));
    assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
    return runs;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{by: date}",
        "{by: group, column: patient}",
        FOLDS,
        "{by: group, column: patient, folds: 3}"
      })
  void theLedgerIsTheSameForOneWorkerAndFour(String split) throws IOException {
    assertThat(terminal.run("show", "latest", "--ledger", "--out", run(split, 1))).isZero();
    String one = terminal.out();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", run(split, 4))).isZero();
    assertThat(terminal.out()).isNotBlank().isEqualTo(one);
    assertThat(one.contains("validation.accuracy.spread")).isEqualTo(split.contains("folds"));
  }

  @Test
  void theSpreadIsShownWithTheMean() throws IOException {
    Path runs = run(FOLDS, 2);
    String meanAndSpread = "0\\.\\d{4} \u00b1 0\\.\\d{4}";
    assertThat(terminal.out()).containsPattern(meanAndSpread);

    assertThat(terminal.run("show", "latest", "best", "--out", runs)).isZero();
    assertThat(terminal.out())
        .containsPattern(meanAndSpread)
        .containsPattern("folds +3")
        .doesNotContain("spread");

    assertThat(terminal.run("show", "latest", "best", "--json", "--out", runs)).isZero();
    JsonNode best = new ObjectMapper().readTree(terminal.out());
    assertThat(best.findValue("validation.accuracy.spread").asDouble()).isBetween(0.0, 0.6);

    assertThat(terminal.run("trials", "latest", "--out", runs)).isZero();
    assertThat(terminal.out()).containsPattern(meanAndSpread);
    assertThat(terminal.run("trials", "latest", "--csv", "--out", runs)).isZero();
    assertThat(terminal.out().lines().findFirst().orElseThrow())
        .contains("validation.accuracy,validation.accuracy.spread", "fact.folds");

    assertThat(terminal.run("report", "latest", "--out", runs)).isZero();
    try (var files = Files.walk(runs)) {
      Path report = files.filter(each -> each.endsWith("report.html")).findFirst().orElseThrow();
      assertThat(Files.readString(report)).containsPattern("[\\d.]+.% \u00b1 [\\d.]+.%");
      assertThat(report).content().contains("<h3>Network of trial ");
      assertAReportWithoutTheDataGivesTheReason(runs, report);
    }
  }

  private void assertAReportWithoutTheDataGivesTheReason(Path runs, Path report)
      throws IOException {
    Path data = folder.resolve("visits.csv");
    Files.writeString(data, Files.readString(data).replaceFirst("\n[^\n]+\n", "\n"));
    assertThat(terminal.run("report", "latest", "--out", runs)).isZero();
    assertThat(report)
        .content()
        .contains("Networks are not drawn: The data have changed since the run began")
        .doesNotContain("<h3>Network of trial ");
  }

  @Test
  void theBestNetworkIsTrainedOnTheFirstFold() throws IOException {
    Path runs = run(FOLDS, 1);
    Path model = folder.resolve("model");
    int code =
        terminal.run("train", "latest", "--out", runs, "--epochs", 2, "--export", model, "--json");
    assertThat(code).as(terminal.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.get("metrics").get("test.accuracy").isNumber()).isTrue();
    assertThat(answer.toString()).doesNotContain("spread");
    assertThat(model.resolve("model.json")).isNotEmptyFile();
  }

  @Test
  void stoppingRulesWorkOnFolds() throws IOException {
    Path runs = run(FOLDS, 2, "--set", "stopping={type: threshold, below: 2}");
    assertThat(terminal.run("trials", "latest", "--csv", "--out", runs)).isZero();
    assertThat(terminal.out()).contains(",stopped,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "run"})
  void foldsWithoutAMeaningAreRefused(String command) throws IOException {
    refused(
        command,
        FOLDS,
        "evaluator.sharing.mode (bigram) shares weights between trials, which is not possible on"
            + " the folds of a cross-validation",
        "evaluator.sharing.mode=bigram");
    refused(
        command,
        FOLDS,
        "The evaluator does not support cross-validation; remove prepare.split.folds",
        "evaluator={type: hidden-architecture}");
    refused(command, "{by: date, folds: 5}", "folds (5) cannot be used with by (date)");
    refused(command, "{folds: 1}", "folds (1)");
    refused(command, "{by: group}", "column must be given with by (group)");
    refused(
        command,
        "{by: group, column: patient, folds: 40}",
        "has 19 groups in patient to divide; prepare.split.by (group) needs at least 41");
    refused(command, "{by: group, column: patent}", "has no column patent.");
    refused(command, "{by: dates}", "date");
  }

  private void refused(String command, String split, String message, String... set)
      throws IOException {
    List<Object> arguments = new ArrayList<>(List.of(command, file(split)));
    for (String each : set) {
      arguments.addAll(List.of("--set", each));
    }
    assertThat(terminal.run(arguments.toArray())).as(message).isNotZero();
    assertThat(terminal.err()).contains(message);
  }

  @Test
  void aComparisonHasTheSpreadOfEachSearch() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("comparison.yaml"),
            """
            name: arms
            base:
            %s
            budget: {trials: 2}
            resamples: 100
            seeds: 2
            arms:
              short:
              long: {evaluator: {type: training, epochs: 2}}
            """
                .formatted(
                    EXPERIMENT.formatted(FOLDS).replace("budget: {trials: 5}\n", "").indent(2)));
    Path out = folder.resolve("out");
    assertThat(terminal.run("compare", file, "--out", out)).as(terminal.err()).isZero();
    List<String> searches = Files.readAllLines(out.resolve("arms/searches.csv"));
    assertThat(searches.get(0)).endsWith(",spread,igd_plus");
    assertThat(searches.subList(1, searches.size()))
        .hasSize(4)
        .allMatch(line -> Double.parseDouble(line.split(",", -1)[9]) >= 0);
    assertThat(Files.readString(out.resolve("arms/report.html")))
        .contains("standard deviation over the folds of the cross-validation");

    // The second time, the results are read from the files of the searches.
    assertThat(terminal.run("compare", file, "--out", out)).as(terminal.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("arms/searches.csv"))).isEqualTo(searches);
  }

  @Test
  void aSpreadCanBeNamedIfThereAreFolds() throws IOException {
    String rule = "stopping={type: threshold, metric: validation.loss.spread, above: 9}";
    assertThat(terminal.run("validate", file(FOLDS), "--set", rule)).as(terminal.err()).isZero();
    refused("validate", "{}", "(validation.loss.spread) is not measured", rule);
    refused(
        "validate", FOLDS, "(validation.los.spread) is not measured", rule.replace("loss", "los"));
  }

  @Test
  void theAuditCountsTheFolds() throws IOException {
    assertThat(terminal.run("data", "audit", file(FOLDS))).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("3 folds; these are the parts of the first");
    assertThat(terminal.run("data", "audit", file("{by: date}"))).as(terminal.err()).isZero();
    assertThat(terminal.out()).doesNotContain("folds");
  }
}
