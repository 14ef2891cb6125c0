package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.metric.Metric;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.sharing.WeightKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class TrainingEvaluatorTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 300, 90);
  private static final FixedNetworks SPACE =
      new FixedNetworks(
          List.of(
              network(4, new Dense(16, Activation.RELU), new Dense(3, Activation.SOFTMAX)),
              network(
                  4,
                  new Dense(16, Activation.RELU),
                  new Dropout(0.2),
                  new Dense(8, Activation.TANH),
                  new Dense(3, Activation.SOFTMAX)),
              network(
                  4,
                  new Dense(16, Activation.RELU),
                  new Dense(8, Activation.TANH),
                  new Dense(3, Activation.SOFTMAX))));

  @TempDir Path run;
  private SharedWeights shared;
  private TrialCheckpoints checkpoints;

  @BeforeEach
  void openStore() {
    shared = new SharedWeights(new FolderArtifacts(run));
    checkpoints = new TrialCheckpoints(new FolderArtifacts(run));
  }

  private static NetworkSpec network(int inputs, LayerSpec... layers) {
    return new NetworkSpec(TensorShape.of(inputs), List.of(layers));
  }

  private TrainingEvaluator evaluator(SettingsOf settings) {
    return new TrainingEvaluator(
        settings.settings(),
        SPACE,
        BLOBS,
        new RandomStreams(1),
        shared,
        checkpoints,
        StandardLayers.implementations());
  }

  private static Trial trial(int number, int network, int epochs) {
    return new Trial(
        number,
        Proposal.of(SPACE.architecture(network), Fidelity.epochs(epochs)),
        100L + number,
        number - 1);
  }

  private Outcome evaluate(SettingsOf settings, Trial trial) {
    try (TrainingEvaluator evaluator = evaluator(settings)) {
      return evaluator.evaluate(trial, Progress.unwatched());
    }
  }

  private static double last(Outcome outcome, String metric) {
    List<Measurement> measured = outcome.measurements();
    return measured.get(measured.size() - 1).metric(metric).orElseThrow();
  }

  @Test
  void aNetworkLearnsToTellBlobsApart() {
    Outcome outcome = evaluate(SettingsOf.defaults(), trial(1, 0, 20));

    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(outcome.measurements()).extracting(Measurement::step).startsWith(1, 2).endsWith(20);
    assertThat(last(outcome, "validation.accuracy")).isGreaterThan(0.95);
    assertThat(last(outcome, "accuracy")).isGreaterThan(0.95);
    assertThat(last(outcome, "validation.loss")).isLessThan(0.2);
    assertThat(outcome.measurements().get(0).metrics())
        .containsOnlyKeys(
            "loss",
            "accuracy",
            "balanced-accuracy",
            "macro-f1",
            "validation.loss",
            "validation.accuracy",
            "validation.balanced-accuracy",
            "validation.macro-f1");
  }

  @Test
  void accountsForWhatTheNetworkIs() {
    Outcome outcome = evaluate(SettingsOf.defaults(), trial(1, 0, 2));

    assertThat(outcome.account().figures())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "parameters", 5.0 * 16 + 17 * 3,
                "flops", 2.0 * 4 * 16 + 16 + 2 * 16 * 3 + 3,
                "inherited.layers", 0.0,
                "inherited.weights", 0.0,
                "epochs", 2.0));
    assertThat(outcome.account().times()).containsOnlyKeys(Phase.values());
  }

  @Test
  void twoClassesAndOneOutputLearnToo() {
    TableDataset data = TableDataset.blobs(2, TensorShape.of(2, 2), 200, 60);
    FixedNetworks space =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    TensorShape.of(2, 2),
                    List.of(
                        new Flatten(),
                        new Dense(8, Activation.TANH),
                        new Dense(1, Activation.SIGMOID)))));
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            SettingsOf.defaults().metrics(Metric.ACCURACY, Metric.AUC).settings(),
            space,
            data,
            new RandomStreams(1),
            shared,
            checkpoints,
            StandardLayers.implementations())) {
      Trial trial = new Trial(1, Proposal.of(space.architecture(0), Fidelity.epochs(20)), 5, 0);
      Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());

      assertThat(last(outcome, "validation.accuracy")).isGreaterThan(0.95);
      assertThat(last(outcome, "validation.auc")).isGreaterThan(0.98);
    }
  }

  @Test
  void aNumberIsLearnt() {
    TableDataset data = TableDataset.numbers(x -> 3 * x[0] - 2 * x[1] + 1, 200, 60);
    FixedNetworks space = new FixedNetworks(List.of(network(2, new Dense(1, Activation.LINEAR))));
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            SettingsOf.defaults().optimizer(new Sgd(0.1)).settings(),
            space,
            data,
            new RandomStreams(1),
            shared,
            checkpoints,
            StandardLayers.implementations())) {
      Trial trial = new Trial(1, Proposal.of(space.architecture(0), Fidelity.epochs(30)), 5, 0);
      Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());

      assertThat(last(outcome, "validation.r2")).isGreaterThan(0.999);
      assertThat(last(outcome, "validation.mae")).isLessThan(0.01);
    }
  }

  @Test
  void theSameTrialGivesTheSameBitsWhateverElseRuns() throws Exception {
    Outcome alone = evaluate(SettingsOf.defaults(), trial(2, 1, 5));
    ExecutorService workers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Outcome>> same = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int other = i;
        workers.execute(() -> evaluate(SettingsOf.defaults(), trial(10 + other, other % 3, 3)));
        same.add(workers.submit(() -> evaluate(SettingsOf.defaults(), trial(2, 1, 5))));
      }
      for (Future<Outcome> again : same) {
        assertThat(again.get().measurements()).isEqualTo(alone.measurements());
        assertThat(again.get().account().figures()).isEqualTo(alone.account().figures());
      }
    } finally {
      workers.shutdown();
    }
  }

  @Test
  void anotherSeedGivesOtherMeasurements() {
    Outcome one = evaluate(SettingsOf.defaults(), trial(1, 1, 2));
    Outcome two = evaluate(SettingsOf.defaults(), trial(2, 1, 2));

    assertThat(one.measurements()).isNotEqualTo(two.measurements());
  }

  @Test
  void shufflingChangesTheOrderOnly() {
    Outcome shuffled = evaluate(SettingsOf.defaults(), trial(1, 0, 2));
    Outcome inOrder = evaluate(SettingsOf.defaults().inOrder(), trial(1, 0, 2));

    assertThat(shuffled.measurements()).isNotEqualTo(inOrder.measurements());
  }

  @Test
  void aDivergingTrainingFailsNamingTheEpoch() {
    Outcome outcome = evaluate(SettingsOf.defaults().optimizer(new Sgd(1e30)), trial(1, 0, 5));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(FailureCause.DIVERGED);
              assertThat(failed.message())
                  .matches("The loss became NaN or infinite in step \\d+ of epoch 1; a smaller .*");
            });
  }

  @Test
  void aCandidateBeyondTheMemoryLimitFailsNamingSizeAndLimit() {
    NetworkSpec large =
        network(4, new Dense(100_000, Activation.RELU), new Dense(3, Activation.SOFTMAX));
    FixedNetworks space = new FixedNetworks(List.of(large));
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            SettingsOf.defaults().memoryLimit(10).settings(),
            space,
            BLOBS,
            new RandomStreams(1),
            shared,
            checkpoints,
            StandardLayers.implementations())) {
      Trial trial = new Trial(1, Proposal.of(space.architecture(0), Fidelity.epochs(1)), 5, 0);
      Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> {
                assertThat(failed.cause()).isEqualTo(FailureCause.OUT_OF_MEMORY);
                assertThat(failed.message())
                    .isEqualTo(
                        "Training [(100000, relu), (3, softmax)] needs about 57 MiB,"
                            + " more than memoryLimitMiB (10); a smaller batch or a larger limit would"
                            + " allow it.");
              });
    }
  }

  @Test
  void aStoppingRuleEndsTheTrial() {
    List<Integer> reported = new ArrayList<>();
    try (TrainingEvaluator evaluator = evaluator(SettingsOf.defaults())) {
      Outcome outcome =
          evaluator.evaluate(
              trial(1, 0, 10),
              measurement -> {
                reported.add(measurement.step());
                return measurement.step() == 3 ? Directive.STOP : Directive.CONTINUE;
              });

      assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
      assertThat(outcome.measurements()).hasSize(3);
      assertThat(reported).containsExactly(1, 2, 3);
    }
  }

  @Test
  void anAbandonedTrialLeavesNoWeights() {
    try (TrainingEvaluator evaluator = evaluator(SettingsOf.defaults().sharing())) {
      evaluator.evaluate(trial(1, 0, 10), measurement -> Directive.ABANDON);

      assertThat(run).isEmptyDirectory();
    }
  }

  /** The training of an epoch asks once, its validation once for the only batch. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anAbandonedTrialEndsBetweenMeasurements(int questions) {
    Progress abandoned =
        new Progress() {
          private int asked;

          @Override
          public Directive report(Measurement measurement) {
            throw new AssertionError("nothing is to be reported");
          }

          @Override
          public boolean abandoned() {
            return asked++ >= questions;
          }
        };
    try (TrainingEvaluator evaluator = evaluator(SettingsOf.defaults())) {
      assertThat(evaluator.evaluate(trial(1, 0, 10), abandoned))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.message()).isEqualTo("The evaluation was abandoned."))
          .satisfies(outcome -> assertThat(outcome.measurements()).isEmpty());
    }
  }

  @Test
  void earlyStoppingEndsWithoutImprovement() {
    // A step size of next to nothing improves no class.
    SettingsOf settings =
        SettingsOf.defaults().optimizer(new Sgd(1e-30)).earlyStopping("validation.accuracy", 3);

    Outcome outcome = evaluate(settings, trial(1, 0, 50));

    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(outcome.measurements()).hasSize(4);
    assertThat(outcome.account().figures()).containsEntry("epochs", 4.0);
  }

  @Test
  void classesThatCountNothingAreNotLearnt() {
    Outcome none = evaluate(SettingsOf.defaults(), trial(1, 0, 2));
    Outcome given =
        evaluate(
            SettingsOf.defaults()
                .classWeights(
                    new ClassWeighting(
                        ClassWeighting.Type.GIVEN, Map.of("class 1", 0.0, "class 2", 0.0))),
            trial(1, 0, 20));

    assertThat(given.measurements()).doesNotContainAnyElementsOf(none.measurements());
    // What is trained on one class alone takes everything for it.
    assertThat(last(given, "validation.balanced-accuracy")).isEqualTo(1.0 / 3);
  }

  @Test
  void aSecondTrialStartsFromTheWeightsOfTheFirst() {
    SettingsOf frozen = SettingsOf.defaults().sharing().optimizer(new Sgd(1e-30));
    Outcome learnt = evaluate(SettingsOf.defaults().sharing(), trial(1, 0, 20));
    shared.told(new TrialResult(trial(1, 0, 20), learnt, 1.0), 1);

    Outcome second = evaluate(frozen, trial(2, 0, 1));

    assertThat(second.account().figures())
        .containsEntry("inherited.layers", 2.0)
        .containsEntry("inherited.weights", 5.0 * 16 + 17 * 3);
    assertThat(last(second, "validation.loss")).isEqualTo(last(learnt, "validation.loss"));
  }

  @Test
  void onlyLayersBehindTheSameLayerAreInherited() {
    Outcome first = evaluate(SettingsOf.defaults().sharing(), trial(1, 1, 1));
    shared.told(new TrialResult(trial(1, 1, 1), first, 1.0), 1);

    assertThat(evaluate(SettingsOf.defaults().sharing(), trial(2, 2, 1)).account().figures())
        .as("dropout is skipped, so all three layers are known")
        .containsEntry("inherited.layers", 3.0);
    assertThat(evaluate(SettingsOf.defaults().sharing(), trial(2, 0, 1)).account().figures())
        .as("of (16, relu), (3, softmax) only the first is known")
        .containsEntry("inherited.layers", 1.0)
        .containsEntry("inherited.weights", 5.0 * 16);
  }

  @Test
  void whatWasNotToldIsNotInherited() {
    evaluate(SettingsOf.defaults().sharing(), trial(1, 0, 1));

    assertThat(evaluate(SettingsOf.defaults().sharing(), trial(2, 0, 1)).account().figures())
        .containsEntry("inherited.layers", 0.0);
  }

  @Test
  void withoutSharingNothingIsKept() {
    evaluate(SettingsOf.defaults(), trial(1, 0, 1));

    assertThat(run).isEmptyDirectory();
  }

  @Test
  void theBestEpochGivesTheWeightsThatAreLeft() {
    // Steps far too large make the later epochs worse than the first.
    SettingsOf rough = SettingsOf.defaults().sharing().optimizer(new Sgd(8)).inOrder();
    Outcome outcome = evaluate(rough.keepBest("validation.loss"), trial(1, 0, 12));
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    shared.told(new TrialResult(trial(1, 0, 12), outcome, 1.0), 1);
    double best =
        outcome.measurements().stream()
            .mapToDouble(m -> m.metric("validation.loss").orElseThrow())
            .min()
            .orElseThrow();
    assertThat(last(outcome, "validation.loss")).isGreaterThan(best);

    SettingsOf frozen = SettingsOf.defaults().sharing().optimizer(new Sgd(1e-30));
    assertThat(last(evaluate(frozen, trial(2, 0, 1)), "validation.loss")).isEqualTo(best);
    assertThat(shared.find(new WeightKey("input(4)", "(16, relu)"), 1)).isPresent();
  }

  @Test
  void aFractionOfTheDataIsASubset() {
    Trial whole = trial(1, 0, 1);
    Trial part =
        new Trial(
            1,
            Proposal.of(SPACE.architecture(0), new Fidelity(1, 0.1)),
            whole.seed(),
            whole.informedBy());

    assertThat(evaluate(SettingsOf.defaults(), part).measurements())
        .isNotEqualTo(evaluate(SettingsOf.defaults(), whole).measurements());
    // 30 examples: every training accuracy is a multiple of 1/30.
    assertThat(last(evaluate(SettingsOf.defaults(), part), "accuracy") * 30 % 1)
        .isCloseTo(0, Offset.offset(1e-9));
  }

  @Test
  void aSpaceWithoutNetworksIsRefused() {
    SearchSpace other = Mockito.mock(SearchSpace.class);

    assertThatThrownBy(
            () ->
                new TrainingEvaluator(
                    SettingsOf.defaults().settings(),
                    other,
                    BLOBS,
                    new RandomStreams(1),
                    shared,
                    checkpoints,
                    StandardLayers.implementations()))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("choose another searchSpace or evaluator");
  }

  @Test
  void aMetricThatIsNotMeasuredIsRefused() {
    assertThatThrownBy(() -> evaluator(SettingsOf.defaults().keepBest("validation.auc")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("keepBest names validation.auc; measured are [loss, accuracy,");
    assertThatThrownBy(() -> evaluator(SettingsOf.defaults().earlyStopping("los", 1)))
        .isInstanceOf(InvalidSettingException.class);
    assertThatThrownBy(() -> evaluator(SettingsOf.defaults().metrics(Metric.R2)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("metrics name r2, which is no metric of classes");
  }
}
