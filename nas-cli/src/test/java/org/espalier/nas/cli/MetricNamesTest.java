package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of metrics are checked before the first trial. */
class MetricNamesTest {
  private static final String TRAINING =
      """
      name: case
      dataset: {type: DATA, samples: 150}
      searchSpace: {type: mlp, nodes: [4], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: random}
      evaluator: {type: training, epochs: 2METRICS}
      budget: {trials: 1}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("case.yaml"), text);
  }

  private static String training(String data, String evaluator, String more) {
    return TRAINING.replace("DATA", data).replace("METRICS", evaluator) + more + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "moons | , metrics: [accuracy, balanced-accuracy] | reward: {type: metric, metric: validation.balanced_accuracy}"
            + " | 7:32: reward.metric (validation.balanced_accuracy) is not measured | validation.balanced-accuracy",
        "moons | , metrics: [accuracy] | stopping: {type: patience, metric: validation.acuracy}"
            + " | 7:36: stopping.metric (validation.acuracy) is not measured | validation.accuracy",
        "moons | '' | stopping: {type: median, metric: validation.auc}"
            + " | stopping.metric (validation.auc) is not measured | validation.mae",
        "discs | '' | reward: {type: metric, metric: validation.exact_match}"
            + " | reward.metric (validation.exact_match) is not measured | validation.exact-match",
        "discs | '' | reward: {type: metric, metric: validation.balanced-accuracy}"
            + " | reward.metric (validation.balanced-accuracy) is not measured | ''",
        "moons | '' | reward: {type: metric, metric: validation.micro-f1}"
            + " | reward.metric (validation.micro-f1) is not measured | validation.macro-f1",
        "moons | '' | reward: {type: metric, metric: validation.r2}"
            + " | reward.metric (validation.r2) is not measured | ''",
        "friedman | '' | reward: {type: metric, metric: validation.accuracy}"
            + " | reward.metric (validation.accuracy) is not measured | ''",
        "moons | , metrics: [auc] | budget: {epochs: 3}"
            + " | reward.metric needs validation.accuracy or validation.r2, but the evaluator training measures auc, loss, validation.auc, validation.loss | ''",
        "moons | ', earlyStopping: {metric: validation.los}' | lag: 1"
            + " | 5:64: evaluator.earlyStopping.metric (validation.los) is not measured | validation.loss",
        "moons | , keepBest: validation.acc | lag: 1"
            + " | evaluator.keepBest (validation.acc) is not measured | validation.accuracy",
      })
  void areCheckedByValidateAndBeforeTheFirstTraining(
      String data, String evaluator, String more, String message, String suggestion)
      throws IOException {
    String text = training(data, evaluator.isEmpty() ? "" : evaluator, more);
    if (more.startsWith("budget")) {
      text = text.replaceFirst("budget: .*\n", "");
    }
    Path file = file(text);
    Path runs = folder.resolve("runs");

    assertThat(terminal.run("validate", file)).as(text).isEqualTo(2);
    assertRefused(message, suggestion);
    assertThat(terminal.run("run", file, "--out", runs)).as(text).isEqualTo(2);
    assertRefused(message, suggestion);
    assertThat(terminal.err()).doesNotContain("trial 1");
  }

  private void assertRefused(String message, String suggestion) {
    assertThat(terminal.err()).contains(message);
    if (!suggestion.isEmpty()) {
      assertThat(terminal.err()).contains("Did you mean " + suggestion + "?");
    }
  }

  @Test
  void theSpellingOfTheEvaluatorIsThatOfTheReward() throws IOException {
    String text =
        training(
            "moons",
            ", metrics: [accuracy, balanced-accuracy]",
            "reward: {type: metric, metric: validation.balanced-accuracy}");
    assertThat(terminal.run("run", file(text), "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
  }

  @Test
  void theTestPartIsNamedOnlyIfItIsMeasured() throws IOException {
    String reward = "reward: {type: metric, metric: test.accuracy}";
    assertThat(terminal.run("validate", file(training("moons", "", reward)))).isEqualTo(2);
    assertThat(terminal.run("validate", file(training("moons", ", measureTest: true", reward))))
        .as(terminal.err())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: test-function, function: branin}",
        "{type: hidden-architecture}",
      })
  void ofFormulasAreCheckedToo(String evaluator) throws IOException {
    String text =
        """
        name: formula
        searchSpace:
          type: hyperparameters
          parameters:
            x1: {type: real, low: -5, high: 10}
            x2: {type: real, low: 0, high: 15}
        controller: {type: random}
        evaluator: %s
        reward: {type: metric, metric: valeu, goal: minimize}
        """
            .formatted(evaluator);
    assertThat(terminal.run("validate", file(text))).isEqualTo(2);
    assertThat(terminal.err()).contains("case.yaml:9:32: reward.metric (valeu) is not measured");
  }

  @ParameterizedTest
  @CsvSource({
    "validation.acuracy, never, 2",
    "test.acuracy, always, 2",
    "test.accuracy, never, 2",
    "test.accuracy, always, 0",
    "validation.accuracy, never, 0",
    "validation.r2, never, 2",
    "validation.auc, always, 2",
    "test.macro-f1, always, 0",
    "test.r2, always, 2",
  })
  void ofScoresAreChecked(String metric, String retrain, int code) throws IOException {
    String text =
        """
        name: two
        seeds: 2
        base:
          name: base
          dataset: {type: moons, samples: 150}
          searchSpace: {type: mlp}
          controller: {type: random}
          evaluator: {type: training, epochs: 2}
        arms:
          one: {controller: {type: random}}
          other: {controller: {type: evolution}}
        score: {metric: %s, retrain: %s}
        """
            .formatted(metric, retrain);
    assertThat(terminal.run("validate", file(text))).as(terminal.err()).isEqualTo(code);
    if (code != 0) {
      assertThat(terminal.err()).contains("score.metric (" + metric + ") is not measured");
      if (metric.contains("acc")) {
        assertThat(terminal.err()).contains("Did you mean ");
      }
    }
  }
}
