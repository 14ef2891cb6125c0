package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {
  private static final FoldedDataset FOLDS = FoldedDataset.blobs(3);
  private static final FixedNetworks SPACE =
      new FixedNetworks(
          List.of(
              new NetworkSpec(
                  TensorShape.of(4),
                  List.of(new Dense(8, Activation.RELU), new Dense(3, Activation.SOFTMAX)))));

  @TempDir Path run;

  private Outcome evaluate(Dataset dataset, SettingsOf settings, Trial trial, Progress progress) {
    try (TrainingEvaluator evaluator = evaluator(dataset, settings)) {
      return evaluator.evaluate(trial, progress);
    }
  }

  private TrainingEvaluator evaluator(Dataset dataset, SettingsOf settings) {
    ArtifactStore folder = new FolderArtifacts(run);
    return new TrainingEvaluator(
        settings.settings(),
        SPACE,
        dataset,
        new RandomStreams(1),
        new SharedWeights(folder),
        new TrialCheckpoints(folder),
        StandardLayers.implementations());
  }

  private static Trial trial(long seed, double fraction) {
    return new Trial(1, Proposal.of(SPACE.architecture(0), new Fidelity(3, fraction)), seed, 0);
  }

  @Test
  void metricsAreTheMeansOverTheFolds() {
    SettingsOf settings = SettingsOf.defaults().measureTest();
    List<Measurement> measured =
        evaluate(FOLDS, settings, trial(5, 1), Progress.unwatched()).measurements();

    List<List<Measurement>> single = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      long seed = new RandomStreams(5).seed("training.fold", i);
      Outcome alone =
          evaluate(FOLDS.folds().get(i), settings, trial(seed, 1), Progress.unwatched());
      single.add(alone.measurements());
    }
    assertThat(measured).hasSize(3);
    for (int epoch = 0; epoch < 3; epoch++) {
      FoldMeans expected = new FoldMeans();
      for (List<Measurement> alone : single) {
        expected.add(alone.get(epoch).metrics());
      }
      assertThat(measured.get(epoch)).isEqualTo(new Measurement(epoch + 1, expected.metrics()));
      assertThat(measured.get(epoch).spread("validation.loss").orElseThrow()).isPositive();
      assertThat(measured.get(epoch).spread("test.accuracy")).isPresent();
    }
  }

  @Test
  void theFactsCountEpochsOnceAndNameTheFolds() {
    Outcome outcome = evaluate(FOLDS, SettingsOf.defaults(), trial(5, 0.5), Progress.unwatched());
    assertThat(outcome.account().cost().epochs()).isEqualTo(3);
    assertThat(outcome.account().facts())
        .containsEntry("folds", 3.0)
        .containsEntry("parameters", 67.0);
    assertThat(outcome.measurements())
        .isNotEqualTo(
            evaluate(FOLDS, SettingsOf.defaults(), trial(5, 1), Progress.unwatched())
                .measurements());
  }

  @Test
  void theSettingsCanLimitTheTrainingPart() {
    for (Dataset data : List.of(FOLDS, FOLDS.folds().get(0))) {
      SettingsOf half = SettingsOf.defaults().dataFraction(0.5);
      List<Measurement> measured =
          evaluate(data, half, trial(5, 0.5), Progress.unwatched()).measurements();
      assertThat(measured)
          .isEqualTo(
              evaluate(data, SettingsOf.defaults(), trial(5, 0.25), Progress.unwatched())
                  .measurements())
          .isNotEqualTo(
              evaluate(data, SettingsOf.defaults(), trial(5, 0.5), Progress.unwatched())
                  .measurements());
    }
  }

  @Test
  void stoppingRulesJudgeTheMeanOfEachEpoch() {
    List<Measurement> seen = new ArrayList<>();
    Progress progress =
        measurement -> {
          seen.add(measurement);
          return measurement.step() == 2 ? Directive.STOP : Directive.CONTINUE;
        };
    Outcome outcome = evaluate(FOLDS, SettingsOf.defaults(), trial(5, 1), progress);
    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(outcome.measurements()).hasSize(2).isEqualTo(seen);
    assertThat(seen).allMatch(each -> each.spread("validation.accuracy").isPresent());
  }

  @Test
  void earlyStoppingJudgesTheMean() {
    SettingsOf settings =
        SettingsOf.defaults().optimizer(new Sgd(1e-30)).earlyStopping("validation.loss", 1);
    Outcome outcome = evaluate(FOLDS, settings, trial(5, 1), Progress.unwatched());
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    assertThat(outcome.measurements()).hasSize(2);
  }

  @Test
  void aFoldThatDivergesFailsTheTrial() {
    SettingsOf settings = SettingsOf.defaults().optimizer(new Sgd(1e30));
    Outcome outcome = evaluate(FOLDS, settings, trial(5, 1), Progress.unwatched());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).cause()).isEqualTo(FailureCause.DIVERGED);
    assertThat(((Outcome.Failed) outcome).message()).startsWith("Fold 1 of 3: ");
  }

  @Test
  void anAbandonedTrialEnds() {
    Outcome outcome =
        evaluate(FOLDS, SettingsOf.defaults(), trial(5, 1), each -> Directive.ABANDON);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.measurements()).hasSize(1);
  }

  @Test
  void aContinuedTrialBeginsAgain() {
    Trial whole = trial(5, 1);
    Trial child =
        new Trial(2, new Proposal(SPACE.architecture(0), Fidelity.epochs(3), 1, null), 5, 1);
    Outcome outcome = evaluate(FOLDS, SettingsOf.defaults(), child, Progress.unwatched());
    assertThat(outcome.account().cost().epochs()).isEqualTo(3);
    assertThat(outcome.measurements())
        .isEqualTo(
            evaluate(FOLDS, SettingsOf.defaults(), whole, Progress.unwatched()).measurements());
  }

  @Test
  void sharedWeightsAreRefused() {
    SettingsOf sharing = SettingsOf.defaults().sharing();
    String reason =
        "evaluator.sharing.mode (bigram) shares weights between trials, which is not possible on"
            + " the folds of a cross-validation (prepare.split.folds); remove one of the two.";
    assertThat(sharing.settings().refusalOfFolds()).hasValue(reason);
    assertThat(SettingsOf.defaults().settings().refusalOfFolds()).isEmpty();
    assertThatThrownBy(() -> evaluator(FOLDS, sharing))
        .isInstanceOf(NasException.class)
        .hasMessage(reason);
  }

  @Test
  void theMemoryIsThatOfAllNetworks() {
    MemoryEstimate one = new MemoryEstimate(2000, 300);
    assertThat(one.times(5)).isEqualTo(new MemoryEstimate(10_000, 300));
    NetworkSpec wide =
        new NetworkSpec(
            TensorShape.of(4),
            List.of(new Dense(20_000, Activation.RELU), new Dense(3, Activation.SOFTMAX)));
    TrainingSettings settings = SettingsOf.defaults().memoryLimit(12).settings();
    assertThat(new MemoryLimit(12).exceededBy(wide, settings, 1, 1)).isEmpty();
    assertThat(new MemoryLimit(12).exceededBy(wide, settings, 1, 5).orElseThrow())
        .contains(" on 5 folds needs about ");
  }

  @Test
  void theFinalModelIsThatOfTheFirstFold() {
    FinalTraining first =
        new FinalTraining(
            SettingsOf.defaults().settings(),
            SPACE,
            FOLDS.folds().get(0),
            StandardLayers.implementations());
    FinalTraining folded =
        new FinalTraining(
            SettingsOf.defaults().settings(), SPACE, FOLDS, StandardLayers.implementations());
    Map<String, Double> expected =
        first.train(SPACE.architecture(0), 3, 9, Progress.unwatched()).metrics();
    assertThat(folded.train(SPACE.architecture(0), 3, 9, Progress.unwatched()).metrics())
        .isEqualTo(expected)
        .containsKey("test.accuracy");
  }
}
