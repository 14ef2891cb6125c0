package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.export.TrainedNetwork;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.loss.LossType;
import org.espalier.nas.tf.metric.Metric;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The training of networks with a sigmoid output for each of several labels. */
class MultiLabelTrainingTest {
  private static final Task TASK =
      new Task.MultiLabel("tags", List.of("right", "upper", "diagonal"));
  private static final TableDataset DATA = data(300, 100);
  private static final FixedNetworks SPACE = space(new Dense(3, Activation.SIGMOID));

  @TempDir Path run;
  private SharedWeights shared;

  @BeforeEach
  void openStore() {
    shared = new SharedWeights(new FolderArtifacts(run));
  }

  private static FixedNetworks space(Dense output) {
    return new FixedNetworks(
        List.of(
            new NetworkSpec(TensorShape.of(2), List.of(new Dense(16, Activation.TANH), output))));
  }

  /** Returns points in a square, labelled by three of its halves. */
  private static TableDataset data(int training, int others) {
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    RandomGenerator random = new SplittableRandom(3);
    for (Part part : Part.values()) {
      int size = part == Part.TRAINING ? training : others;
      float[] features = new float[2 * size];
      float[] targets = new float[3 * size];
      for (int i = 0; i < size; i++) {
        float x = random.nextFloat(-1, 1);
        float y = random.nextFloat(-1, 1);
        features[2 * i] = x;
        features[2 * i + 1] = y;
        targets[3 * i] = x > 0 ? 1 : 0;
        targets[3 * i + 1] = y > 0 ? 1 : 0;
        targets[3 * i + 2] = x > y ? 1 : 0;
      }
      parts.put(part, new Examples(TensorShape.of(2), features, targets, 3));
      sizes.put(part, size);
    }
    List<Feature> features = List.of(Feature.raw("x"), Feature.raw("y"));
    return new TableDataset(
        new DatasetInfo.Tabular("halves", TASK, TensorShape.of(2), features, sizes, "none"), parts);
  }

  private TrainingEvaluator evaluator(SettingsOf settings, FixedNetworks space) {
    return new TrainingEvaluator(
        settings.settings(),
        space,
        DATA,
        new RandomStreams(1),
        shared,
        new TrialCheckpoints(new FolderArtifacts(run)),
        StandardLayers.implementations());
  }

  private Outcome evaluate(SettingsOf settings, Trial trial) {
    try (TrainingEvaluator evaluator = evaluator(settings, SPACE)) {
      return evaluator.evaluate(trial, Progress.unwatched());
    }
  }

  private static Trial trial(int number, int epochs) {
    return new Trial(
        number,
        Proposal.of(SPACE.architecture(0), Fidelity.epochs(epochs)),
        100L + number,
        number - 1);
  }

  private static double last(Outcome outcome, String metric) {
    return outcome
        .measurements()
        .get(outcome.measurements().size() - 1)
        .metric(metric)
        .orElseThrow();
  }

  @Test
  void labelsAreLearntAndMeasured() {
    Outcome outcome = evaluate(SettingsOf.defaults(), trial(1, 30));

    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(outcome.measurements().get(0).metrics())
        .containsOnlyKeys(
            "loss",
            "accuracy",
            "exact-match",
            "macro-f1",
            "micro-f1",
            "validation.loss",
            "validation.accuracy",
            "validation.exact-match",
            "validation.macro-f1",
            "validation.micro-f1");
    assertThat(last(outcome, "validation.accuracy")).isGreaterThan(0.95);
    assertThat(last(outcome, "validation.exact-match")).isGreaterThan(0.85);
    assertThat(last(outcome, "validation.macro-f1")).isGreaterThan(0.95);
    assertThat(last(outcome, "validation.loss")).isLessThan(0.2);
  }

  @ParameterizedTest
  @EnumSource(LossType.class)
  void eitherLossIsMinimised(LossType loss) {
    SettingsOf settings = SettingsOf.defaults().loss(loss).metrics(Metric.ACCURACY, Metric.AUC);
    Outcome outcome = evaluate(settings, trial(1, 30));

    double first = outcome.measurements().get(0).metric("validation.loss").orElseThrow();
    assertThat(last(outcome, "validation.loss")).isLessThan(first / 2);
    assertThat(last(outcome, "validation.auc")).isGreaterThan(0.98);
  }

  @Test
  void aTrialIsReproducible() {
    assertThat(evaluate(SettingsOf.defaults(), trial(4, 3)).measurements())
        .isEqualTo(evaluate(SettingsOf.defaults(), trial(4, 3)).measurements())
        .isNotEqualTo(evaluate(SettingsOf.defaults(), trial(5, 3)).measurements());
  }

  @Test
  void weightsAreSharedAsThoseOfClassesAre() {
    Outcome learnt = evaluate(SettingsOf.defaults().sharing(), trial(1, 20));
    shared.told(new TrialResult(trial(1, 20), learnt, 1.0), 1);

    Outcome second =
        evaluate(SettingsOf.defaults().sharing().optimizer(new Sgd(1e-30)), trial(2, 1));

    assertThat(second.account().figures())
        .containsEntry("inherited.layers", 2.0)
        .containsEntry("inherited.weights", 3.0 * 16 + 17 * 3);
    assertThat(last(second, "validation.loss")).isEqualTo(last(learnt, "validation.loss"));
  }

  @Test
  void aNetworkWithoutAnOutputForEachLabelIsRefused() {
    FixedNetworks one = space(new Dense(1, Activation.SIGMOID));
    try (TrainingEvaluator evaluator = evaluator(SettingsOf.defaults(), one)) {
      Trial trial = new Trial(1, Proposal.of(one.architecture(0), Fidelity.epochs(1)), 5, 0);
      assertThatThrownBy(() -> evaluator.evaluate(trial, Progress.unwatched()))
          .hasMessage(
              "The network has 1 outputs, but tags has 3 labels; its last layer must be (3,"
                  + " sigmoid).");
    }
  }

  @Test
  void metricsOfClassesAreRefused() {
    SettingsOf settings = SettingsOf.defaults().metrics(Metric.BALANCED_ACCURACY);
    assertThatThrownBy(() -> evaluator(settings, SPACE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "metrics name balanced-accuracy, which is no metric of several labels; use one of"
                + " [accuracy, exact-match, macro-f1, micro-f1].");
    assertThatThrownBy(
            () ->
                Measures.of(
                    SettingsOf.defaults().metrics(Metric.EXACT_MATCH).settings(),
                    new Task.Classification("kind", List.of("a", "b"))))
        .hasMessage(
            "metrics name exact-match, which is no metric of classes; use one of [accuracy,"
                + " balanced-accuracy, macro-f1].");
  }

  @Test
  void classWeightsAreRefusedBeforeTheFirstTrial() {
    SettingsOf settings =
        SettingsOf.defaults()
            .classWeights(new ClassWeighting(ClassWeighting.Type.BALANCED, Map.of()));
    assertThatThrownBy(() -> evaluator(settings, SPACE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("classWeights need classes, but tags are several labels: set type to none.");
  }

  @Test
  void theFinalModelNamesItsLabels() throws Exception {
    TrainedNetwork model =
        new FinalTraining(
                SettingsOf.defaults().settings(), SPACE, DATA, StandardLayers.implementations())
            .train(SPACE.architecture(0), 30, 3, Progress.unwatched());

    assertThat(model.confusionMatrix()).isEmpty();
    assertThat(model.labelCounts())
        .extracting(LabelCounts::label)
        .containsExactly("right", "upper", "diagonal");
    assertThat(model.labelCounts().stream().mapToDouble(LabelCounts::accuracy).average())
        .hasValueCloseTo(model.testMetrics().get("test.accuracy"), Offset.offset(1e-12));
    assertThat(model.testMetrics())
        .containsOnlyKeys(
            "test.loss",
            "test.accuracy",
            "test.exact-match",
            "test.macro-f1",
            "test.micro-f1",
            "test.auc");
    model.export(run.resolve("model"));
    assertThat(Files.readString(run.resolve("model").resolve("model.json")))
        .contains(
            "\"type\" : \"multi-label\"",
            "\"labels\" : [ \"right\", \"upper\", \"diagonal\" ]",
            "\"example\" : [ 3 ]",
            "the probability of each label, in the order of task.labels",
            "\"label\" : \"right\"",
            "\"truePositives\" : " + model.labelCounts().get(0).truePositives())
        .doesNotContain("confusionMatrix", "\"classes\"");
  }
}
