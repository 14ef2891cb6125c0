package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.NodeKey;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.espalier.nas.tf.sharing.WeightFileException;
import org.espalier.nas.tf.sharing.WeightKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneShotEvaluatorTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 300, 90);
  private static final FixedNetworks SPACE =
      new FixedNetworks(List.of(network("wide", 12), network("narrow", 6)));
  private static final WeightKey STEM = NodeKey.of(SPACE.networks().get(0)).get("stem");
  private static final double NOTHING = 1e-30;

  @TempDir Path run;
  private OneShotWeights shared;

  @BeforeEach
  void open() {
    shared = new OneShotWeights(new FolderArtifacts(run));
  }

  /** Returns a network whose stem all architectures have in common. */
  private static NetworkSpec network(String operation, int units) {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(4));
    String stem = graph.add("stem", new Dense(8, Activation.RELU), graph.input());
    String norm = graph.add("norm", BatchNorm.standard(), stem);
    String hidden = graph.add(operation, new Dense(units, Activation.RELU), norm);
    return new NetworkSpec(
        graph.output(graph.add("out", new Dense(3, Activation.SOFTMAX), hidden)));
  }

  private static OneShotSettings settings(int steps, OptimizerSettings optimizer) {
    return new OneShotSettings(
        OneShotSettings.Variant.CORRECT,
        steps,
        0,
        true,
        SettingsOf.defaults().optimizer(optimizer).settings());
  }

  private static Sgd momentum(double learningRate) {
    return new Sgd(learningRate, Schedule.constant(), 0.9, false, 0);
  }

  private OneShotEvaluator evaluator(OneShotSettings settings) {
    return new OneShotEvaluator(
        settings, SPACE, BLOBS, new RandomStreams(1), shared, StandardLayers.implementations());
  }

  private static Trial trial(int number, int network, int informedBy) {
    return new Trial(
        number,
        Proposal.of(SPACE.architecture(network), Fidelity.epochs(1)),
        100L + number,
        informedBy);
  }

  private Outcome evaluate(OneShotSettings settings, Trial trial) {
    try (OneShotEvaluator evaluator = evaluator(settings)) {
      return evaluator.evaluate(trial, Progress.unwatched());
    }
  }

  private Outcome told(OneShotSettings settings, Trial trial) {
    Outcome outcome = evaluate(settings, trial);
    tell(trial, outcome);
    return outcome;
  }

  private void tell(Trial trial, Outcome outcome) {
    TrialResult result = new TrialResult(trial, outcome, 0.5);
    shared.storing(result);
    shared.told(result, 0);
  }

  private static double metric(Outcome outcome, String name) {
    return outcome.measurements().get(0).metric(name).orElseThrow();
  }

  private float[] stem(String array, int informedBy) {
    return shared.find(STEM, informedBy).orElseThrow().arrays().get(array).values();
  }

  @Test
  void trialsTrainTheSameWeightsOneAfterTheOther() {
    OneShotSettings settings = settings(5, new Sgd(0.05));
    for (int k = 1; k <= 12; k++) {
      assertThat(told(settings, trial(k, k % 2, k - 1))).isInstanceOf(Outcome.Completed.class);
    }
    Outcome scored = evaluate(settings(1, new Sgd(NOTHING)), trial(13, 0, 12));

    assertThat(metric(scored, "validation.accuracy")).isGreaterThan(0.9);
    assertThat(scored.account().figures()).containsEntry("inherited.layers", 4.0);
    assertThat(scored.account().cost().inheritedWeights())
        .isEqualTo(4 * 8 + 8 + 4 * 8 + 8 * 12 + 12 + 12 * 3 + 3);
  }

  @Test
  void trialsSideBySideLeaveTheirMean() {
    OneShotSettings settings = settings(3, new Sgd(0.1));
    told(settings, trial(1, 0, 0));
    float[] first = stem("kernel", 1);
    told(settings, trial(2, 1, 0));
    float[] mean = stem("kernel", 2);
    OneShotWeights alone = new OneShotWeights(new FolderArtifacts(run.resolve("alone")));
    OneShotWeights both = shared;
    shared = alone;
    told(settings, trial(2, 1, 0));
    float[] second = stem("kernel", 2);
    shared = both;

    assertThat(second).isNotEqualTo(first);
    for (int i = 0; i < mean.length; i++) {
      assertThat(mean[i]).isCloseTo((first[i] + second[i]) / 2, within(1e-6f));
    }
  }

  @Test
  void theSideBySideBeginWithEqualWeights() {
    OneShotSettings settings = settings(1, new Sgd(NOTHING));
    told(settings, trial(1, 0, 0));
    float[] first = stem("kernel", 1);
    told(settings, trial(2, 1, 0));

    assertThat(stem("kernel", 2)).containsExactly(first);
  }

  @Test
  void momentumIsKeptWithTheWeights() {
    told(settings(1, momentum(0.1)), trial(1, 0, 0));
    float[] momentum = stem("kernel.momentum", 1);
    float[] kernel = stem("kernel", 1);
    told(settings(1, momentum(NOTHING)), trial(2, 1, 1));

    assertThat(momentum).isNotEqualTo(new float[momentum.length]);
    for (int i = 0; i < momentum.length; i++) {
      assertThat(stem("kernel", 2)[i]).isCloseTo(kernel[i] + 0.9f * momentum[i], within(1e-6f));
    }
  }

  @Test
  void theLearningRateFollowsTheStepsOfAllTrials() {
    Sgd decaying = new Sgd(0.1, new Schedule.CosineSchedule(6, 0), 0, false, 0);
    told(settings(3, decaying), trial(1, 0, 0));
    told(settings(3, decaying), trial(2, 0, 1));
    told(settings(3, decaying), trial(3, 0, 2));

    assertThat(stem("kernel", 2)).isNotEqualTo(stem("kernel", 1));
    assertThat(stem("kernel", 3)).as("after six steps").containsExactly(stem("kernel", 2));
  }

  @Test
  void aResumedStudySeesTheSame() {
    OneShotSettings settings = settings(2, momentum(0.1));
    for (int k = 1; k <= 4; k++) {
      told(settings, trial(k, k % 2, Math.max(0, k - 2)));
    }
    Outcome next = evaluate(settings, trial(5, 0, 4));
    shared = new OneShotWeights(new FolderArtifacts(run));
    for (int k = 1; k <= 4; k++) {
      shared.told(new TrialResult(trial(k, k % 2, Math.max(0, k - 2)), completed(), 0.5), 0);
    }

    assertThat(evaluate(settings, trial(5, 0, 4)).measurements()).isEqualTo(next.measurements());
  }

  private static Outcome completed() {
    return new Outcome.Completed(List.of(new Measurement(1, Map.of())), Account.empty());
  }

  @Test
  void asPublishedScoresOneBatchByItsOwnStatistics() {
    TrainingSettings training = SettingsOf.defaults().optimizer(new Sgd(NOTHING)).settings();
    OneShotSettings published =
        new OneShotSettings(OneShotSettings.Variant.AS_PUBLISHED, 1, 0, true, training);
    OneShotSettings several =
        new OneShotSettings(OneShotSettings.Variant.AS_PUBLISHED, 1, 9, true, training);
    OneShotSettings correct =
        new OneShotSettings(OneShotSettings.Variant.CORRECT, 1, 9, true, training);

    double accuracy = metric(evaluate(published, trial(1, 0, 0)), "validation.accuracy");
    assertThat(accuracy * 32 % 1).as("a share of 32 examples").isZero();
    double byBatch = metric(evaluate(several, trial(1, 0, 0)), "validation.loss");
    double byTraining = metric(evaluate(correct, trial(1, 0, 0)), "validation.loss");
    assertThat(byBatch).isNotEqualTo(byTraining).isCloseTo(byTraining, within(0.5));
  }

  @Test
  void someBatchesScoreATrialIfAskedFor() {
    TrainingSettings training = SettingsOf.defaults().settings();
    OneShotSettings two =
        new OneShotSettings(OneShotSettings.Variant.CORRECT, 1, 2, true, training);

    Outcome outcome = evaluate(two, trial(1, 0, 0));

    assertThat(metric(outcome, "validation.accuracy") * 64 % 1).isZero();
    assertThat(metric(outcome, "accuracy") * 32 % 1).as("one step of 32 examples").isZero();
  }

  @Test
  void withoutSharingNothingIsKept() {
    OneShotSettings settings = settings(2, new Sgd(0.1)).independent();
    told(settings, trial(1, 0, 0));

    assertThat(settings.dependence()).isEmpty();
    assertThat(settings.steps()).as("a pass over the training part").isZero();
    assertThat(settings.scored()).as("the whole validation part").isZero();
    assertThat(settings(2, new Sgd(0.1)).dependence()).contains("sharing (true)");
    assertThat(shared.find(STEM, 1)).isEmpty();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void architecturesAreRankedByTheWeightsAtTheEnd() {
    OneShotSettings settings = settings(10, new Sgd(0.05));
    OneShotFinalTraining trainer =
        new OneShotFinalTraining(
            settings, SPACE, BLOBS, new RandomStreams(1), shared, StandardLayers.implementations());
    assertThatThrownBy(() -> trainer.scores(List.of(SPACE.architecture(0))))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("one-shot.safetensors does not exist");
    for (int k = 1; k <= 6; k++) {
      told(settings, trial(k, 0, k - 1));
    }
    shared.ended();

    List<Double> scores = trainer.scores(List.of(SPACE.architecture(1), SPACE.architecture(0)));

    assertThat(scores).hasSize(2);
    assertThat(scores.get(1)).as("the only one trained").isGreaterThan(scores.get(0));
    Map<WeightKey, LayerWeights> last = shared.last();
    assertThat(last.get(STEM)).isEqualTo(shared.find(STEM, 6).orElseThrow());
  }

  @Test
  void settingsThatContradictSharingAreRefused() {
    TrainingSettings byNode = SettingsOf.defaults().sharing(Sharing.Mode.NODE).settings();
    assertThatThrownBy(
            () -> new OneShotSettings(OneShotSettings.Variant.CORRECT, 1, 0, true, byNode))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("training.sharing.mode (node) must be none");
    TrainingSettings testing = SettingsOf.defaults().measureTest().settings();
    assertThatThrownBy(
            () -> new OneShotSettings(OneShotSettings.Variant.CORRECT, 1, 0, true, testing))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("training.measureTest (true) must be false");
  }
}
