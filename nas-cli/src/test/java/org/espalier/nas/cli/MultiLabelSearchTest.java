package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches for networks that predict several labels of each example. */
class MultiLabelSearchTest {
  private static final Path SHIPPED = Path.of("../experiments/multi-label.yaml");

  private static final String TOPICS =
      """
      name: topics
      seed: 1
      dataset: {type: csv, file: topics.csv, DATA}
      searchSpace: {type: mlp, nodes: [8, 16], activations: [relu, tanh], dropout: []}
      controller: {type: reinforce, batch: 3, trainEpochs: 2}
      evaluator: {type: training, epochs: 6, optimizer: {type: adam, learningRate: 0.02}, sharing: {mode: bigram}}
      budget: {trials: 6}
      """;

  private static final String COMPARISON =
      """
      name: labelled
      base:
        dataset: {type: discs, samples: 200}
        searchSpace: {type: mlp, nodes: [8], activations: [relu, tanh], dropout: [], maxLength: 2}
        controller: {type: random}
        evaluator: {type: training, epochs: 2}
      seeds: 2
      resamples: 100
      budget: {trials: 2}
      arms:
        a: {controller: {type: random}}
        b: {evaluator: {epochs: 1}}
      """;

  private final Catalogue catalogue = Catalogue.load(Nas.class.getClassLoader());
  private final Terminal terminal = new Terminal(() -> catalogue);

  @TempDir Path folder;

  private JsonNode json(Object... arguments) throws IOException {
    assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    return new ObjectMapper().readTree(terminal.out());
  }

  /** Always answering "no" is right for 70 % of the labels. */
  @Test
  void theShippedSearchBeatsTheMajorityAndDoesNotDependOnTheWorkers() throws IOException {
    String ledger = "";
    for (int workers : new int[] {1, 4}) {
      Path runs = folder.resolve("runs" + workers);
      JsonNode summary =
          json(
              "run",
              SHIPPED,
              "--out",
              runs,
              "--workers",
              workers,
              "--json",
              "--set",
              "budget.trials=5",
              "--set",
              "reward.metric=auto");
      assertThat(summary.get("best").get(0).get("reward").doubleValue()).isGreaterThan(0.85);
      assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();
      ledger = workers == 1 ? terminal.out() : ledger;
      assertThat(terminal.out()).isEqualTo(ledger).contains("validation.accuracy");
    }
  }

  private Path topics(String header, boolean separated, String data) throws IOException {
    RandomGenerator random = new SplittableRandom(5);
    StringBuilder rows = new StringBuilder(header + "\n");
    for (int i = 0; i < 300; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      boolean news = x + y > 0.2;
      boolean sport = x - y > 0.4;
      String labels =
          separated
              ? (news ? "news" : "") + (news && sport ? "|" : "") + (sport ? "sport" : "")
              : (news ? "yes" : "no") + "," + (sport ? 1 : 0);
      rows.append(String.format(Locale.ROOT, "%.3f,%s,%.3f\n", x, labels, y));
    }
    Files.writeString(folder.resolve("topics.csv"), rows);
    return Files.writeString(folder.resolve("topics.yaml"), TOPICS.replace("DATA", data));
  }

  @Test
  void columnsOfAFileAreSearchedTrainedAndExported() throws IOException {
    Path file = topics("x,news,sport,y", false, "label: [news, sport]");
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("6 trials (6 completed", "(2, sigmoid)]");
    assertThat(terminal.run("show", "latest", "--out", runs)).isZero();
    assertThat(terminal.out()).contains("labels news, sport");

    Path model = folder.resolve("model");
    JsonNode answer =
        json("train", "latest", "--out", runs, "--epochs", 20, "--export", model, "--json");
    assertThat(answer.get("metrics").get("test.accuracy").doubleValue()).isGreaterThan(0.85);
    assertThat(answer.has("confusionMatrix")).isFalse();
    assertThat(answer.get("labels")).hasSize(2);
    assertThat(answer.get("labels").get(1).get("label").textValue()).isEqualTo("sport");
    JsonNode description = new ObjectMapper().readTree(model.resolve("model.json").toFile());
    assertThat(description.get("task").get("type").textValue()).isEqualTo("multi-label");
    assertThat(description.get("task").get("labels").toString()).isEqualTo("[\"news\",\"sport\"]");
    assertThat(description.get("labels")).isEqualTo(answer.get("labels"));
    assertThat(description.get("features")).hasSize(2);

    assertThat(terminal.run("train", "latest", "--out", runs, "--epochs", 1)).isZero();
    assertThat(terminal.out())
        .containsPattern("Labels in the test part\nlabel +examples +predicted +accuracy")
        .containsPattern("\nnews +\\d+ +\\d+ +[01]\\.\\d{4}");
  }

  @Test
  void separatedLabelsOfAFileAreTheSameTask() throws IOException {
    Path file = topics("x,tags,y", true, "label: tags, labelSeparator: \"|\"");
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", file, "--out", runs, "--set", "budget.trials=1"))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.run("show", "latest", "--out", runs)).isZero();
    assertThat(terminal.out()).contains("labels news, sport");
    assertThat(terminal.run("report", "latest", "--out", runs)).as(terminal.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dataset.label=[news, sports]; topics.csv has no column sports. Did you mean sport?",
        "dataset.label=[news, y]; the label y is ",
        "dataset.classNames={yes: on}; classNames {yes=on} cannot be used with several labels,",
        "dataset.task=classification; task (classification) needs one label column",
        "evaluator.metrics=[balanced-accuracy]; reward.metric needs validation.accuracy",
        "reward={type: metric, metric: validation.auc}; did you mean",
        "dataset.label={news: 1}; label must be a list, not a mapping",
      })
  void whatDoesNotFitSeveralLabelsIsSaidByValidate(String flag, String message) throws IOException {
    Path file = topics("x,news,sport,y", false, "label: [news, sport]");
    assertThat(terminal.run("validate", file, "--set", flag)).isEqualTo(2);
    assertThat(terminal.err()).containsIgnoringCase(message).doesNotContain("Exception");
  }

  @Test
  void classWeightsAreRefusedBeforeTheFirstTrial() throws IOException {
    Path file = topics("x,news,sport,y", false, "label: [news, sport]");
    int code =
        terminal.run(
            "run",
            file,
            "--out",
            folder.resolve("runs"),
            "--set",
            "evaluator.classWeights.type=balanced");
    assertThat(code).isEqualTo(2);
    assertThat(terminal.err())
        .contains("classWeights need classes, but news, sport are several labels:")
        .doesNotContain("trial 1");
  }

  @Test
  void aComparisonIsOfTheAccuracyOfLabels() throws IOException {
    Path file = Files.writeString(folder.resolve("labelled.yaml"), COMPARISON);
    assertThat(terminal.run("compare", file, "--out", folder.resolve("out")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("validation.accuracy of the best found");

    Path exact =
        Files.writeString(
            folder.resolve("exact.yaml"),
            COMPARISON.replace("labelled", "exact") + "score: {metric: validation.exact-match}\n");
    assertThat(terminal.run("compare", exact, "--out", folder.resolve("out")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("validation.exact-match of the best found", " %");
  }
}
