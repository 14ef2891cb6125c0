package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reported faults, each with its own input and two others of its kind, through the command line.
 * Those of locales are in {@link LocaleTest} and {@link LauncherTest}.
 */
class ReportedCasesTest {
  private static final String COLUMNS = "02-numbers-become-categories/";

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir private Path folder;

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(ReportedCasesTest.class.getResource("cases/" + name + ".yaml"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private int run(String name, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("run", file(name), "--out", folder.resolve("runs")));
    arguments.addAll(List.of(more));
    return terminal.run(arguments.toArray());
  }

  private JsonNode ran(String name, Object... more) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("--json"));
    arguments.addAll(List.of(more));
    assertThat(run(name, arguments.toArray())).as(terminal.err()).isZero();
    return new ObjectMapper().readTree(terminal.out());
  }

  private void assertNothingRan() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(path -> path.endsWith("study.db"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case", "without-training", "largest", "overflow"})
  @Timeout(120)
  void aHugeMetricDoesNotStopTheReport(String name) {
    assertThat(run("01-report-hangs/" + name)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("Report: ");
    assertThat(terminal.out().lines()).allMatch(line -> line.length() < 160);
    assertThat(terminal.run("report", "latest", "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thousands     | thousands.csv:2: 30 of 30 values of spent are not read as numbers. 1,000 (30): | dataset.format.thousands=','",
        "decimal-comma | decimal-comma.csv:2: 30 of 30 values of spent are not read as numbers. 0,0 (30): | dataset.format.decimal=','",
        "percent       | percent.csv:2: 30 of 30 values of share are not read as numbers. 0% (30): | dataset.format.affixes=['%']",
        "euro-label    | euro-label.csv:2: 60 of 60 values of price are not read as numbers. € 100 (60): | dataset.format.affixes=['€']",
        "one-marker    | one-marker.csv:9: age is missing; 1 of 30 values of the column is. | dataset.prepare.missing=drop",
        "price-label   | price-label.csv:7: price is missing; 1 of 60 values of the column is. | dataset.prepare.missing=drop",
        "nan-class     | nan-class.csv:5: label is missing; 3 of 40 values of the column are. | dataset.prepare.missing=drop",
      })
  void aColumnOfNumbersIsNoneOfCategories(String name, String message, String remedy)
      throws IOException {
    assertThat(terminal.run("validate", file(COLUMNS + name))).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertThat(run(COLUMNS + name)).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertNothingRan();

    assertThat(terminal.run("validate", file(COLUMNS + name), "--set", remedy))
        .as(terminal.err())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"constraint, 10", "condition, 6", "product, 4", "sum-of-three, 66"})
  void sumsOfTenthsAreExact(String name, int architectures) throws IOException {
    JsonNode summary = ran("03-inexact-constraints/" + name);

    assertThat(summary.get("ending").asText()).isEqualTo("exhausted");
    assertThat(summary.get("completed").asInt()).isEqualTo(architectures);
  }

  @ParameterizedTest
  @CsvSource({
    "case, validation.r2 of the best found",
    "reward-of-r2, validation.r2 of the best found",
    "mean-absolute-error, minus validation.mae of the best found"
  })
  void aComparisonOfRegressionsIsNotOfAccuracy(String name, String metric) throws IOException {
    Path out = folder.resolve("comparisons");
    int code =
        terminal.run(
            "compare",
            file("04-comparison-of-regressions/" + name),
            "--set",
            "resamples=100",
            "--out",
            out);

    assertThat(code).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains(metric).doesNotContain("accuracy");
    try (Stream<Path> files = Files.list(out.resolve("regressions"))) {
      Stream<Path> texts =
          files.filter(path -> path.toString().matches(".*\\.(html|csv|json|svg)"));
      assertThat(texts)
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(path).content().doesNotContain("validation accuracy", "accuracy of"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "underscore  | reward.metric (validation.balanced_accuracy) is not measured",
        "stopping    | stopping.metric (validation.macro_f1) is not measured",
        "reward-auto | reward.metric needs validation.accuracy or validation.r2, but the evaluator",
      })
  void metricsAreCheckedBeforeTheFirstTraining(String name, String message) throws IOException {
    String file = "06-metric-name-unchecked/" + name;

    assertThat(terminal.run("validate", file(file))).isEqualTo(2);
    assertThat(terminal.err()).startsWith(file(file) + ":").contains(message);
    assertThat(run(file)).isEqualTo(2);
    assertThat(terminal.err()).startsWith(file(file) + ":").contains(message);
    assertNothingRan();
  }

  @Test
  void theSpellingOfTheEvaluatorsMetricsIsThatOfTheReward() throws IOException {
    JsonNode best = ran("06-metric-name-unchecked/case").get("best").get(0);

    assertThat(best.get("reward").doubleValue()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"case, 1 trial", "two-trials, 2 trials", "adam, 1 trial"})
  void aSearchWithoutAnyCompletedTrialSaysWhy(String name, String failed) {
    assertThat(run("07-all-trials-failed/" + name)).isEqualTo(1);
    assertThat(terminal.out())
        .contains("All trials failed:\n  " + failed + " (diverged), first trial 1: ")
        .contains("Hint: ")
        .doesNotContain("nas train");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case | classNames (2) must be a value of the label target of case.csv. Its values are 0, 1.",
        "half | classNames (0.5) must be a value of the label target of case.csv. Its values are 0, 1.",
        "text | classNames (Yes) must be a value of the label target of text.csv. Did you mean yes? Its values are no, yes.",
      })
  void aNameOfAClassThatDoesNotExistIsAnError(String name, String message) throws IOException {
    assertThat(terminal.run("validate", file("08-class-names-ignored/" + name))).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertThat(run("08-class-names-ignored/" + name)).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertNothingRan();
  }

  @Test
  void namesOfClassesAreComparedAsNumbers() throws IOException {
    ran("08-class-names-ignored/decimal");

    assertThat(terminal.run("show", "latest", "--json", "--out", folder.resolve("runs"))).isZero();
    assertThat(terminal.out()).contains("target (stays, leaves)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case", "tiny", "offset"})
  void aTargetOfAnySizeIsLearnt(String name) throws IOException {
    JsonNode best = ran("09-regression-target-unscaled/" + name).get("best").get(0);

    assertThat(best.get("validation.r2").doubleValue()).isGreaterThan(0.85);
  }

  @ParameterizedTest
  @CsvSource({"case, value, -1, 2", "sphere, value, -1, 25", "nk-landscape, fitness, 1, 1"})
  void theDirectionOfAMetricIsThatOfTheEvaluator(String name, String metric, int sign, double most)
      throws IOException {
    JsonNode summary = ran("10-wrong-direction/" + name);

    JsonNode best = summary.get("best").get(0);
    assertThat(best.get("reward").doubleValue()).isEqualTo(sign * best.get(metric).doubleValue());
    assertThat(best.get(metric).doubleValue()).isBetween(0.0, most);
    Path report = Path.of(summary.get("run").asText(), "report.html");
    assertThat(report)
        .content()
        .containsPattern(
            "best "
                + metric
                + "</dt>\\s*<dd>[^<]*</dd>\\s*<dd class=\"more\">trial "
                + best.get("trial").asInt()
                + "<");
  }

  @Test
  void aMetricOfUnknownDirectionIsRefused() throws IOException {
    assertThat(run("10-wrong-direction/unknown")).isEqualTo(2);
    assertThat(terminal.err()).contains("reward.metric (surprise)");
    assertNothingRan();
  }
}
