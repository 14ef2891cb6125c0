package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study in one process, whose trials other processes evaluate. */
class SharedWeightsOfTwoProcessesTest {
  private static final WeightKey A = new WeightKey("input(2)", "(1, relu)");
  private static final WeightKey B = new WeightKey("(1, relu)", "(3, softmax)");

  @TempDir Path run;
  private ArtifactStore artifacts;
  private SharedWeights driver;

  @BeforeEach
  void open() {
    artifacts = new FolderArtifacts(run);
    driver = weights(artifacts);
  }

  private static SharedWeights weights(ArtifactStore artifacts) {
    SharedWeights weights = new SharedWeights(artifacts);
    weights.requireEarlier();
    return weights;
  }

  private SharedWeights executor() {
    return weights(artifacts.withoutDeleting());
  }

  private static LayerWeights layer(float value) {
    return new LayerWeights(
        Map.of("kernel", new WeightArray(TensorShape.of(1, 1), new float[] {value})));
  }

  private static TrialResult result(int number, int informedBy, Double reward) {
    Trial trial =
        new Trial(
            number, Proposal.of(Architecture.empty(), Fidelity.epochs(1)), number, informedBy);
    Outcome outcome = new Outcome.Completed(List.of(new Measurement(1, Map.of())), Account.empty());
    return new TrialResult(trial, outcome, reward);
  }

  private static TrialResult told(int number) {
    return result(number, number - 1, 0.5);
  }

  private void evaluate(SharedWeights executor, int trial, Map<WeightKey, LayerWeights> left) {
    executor.publish(trial, left);
    executor.storing(result(trial, trial - 1, null));
    driver.storing(told(trial));
  }

  @Test
  void eachProcessSeesWhatOthersLeft() {
    SharedWeights one = executor();
    SharedWeights two = executor();
    evaluate(one, 1, Map.of(A, layer(1), B, layer(10)));
    driver.told(told(1), 0);
    two.told(told(1), 0);
    assertThat(two.find(A, 1)).contains(layer(1));
    evaluate(two, 2, Map.of(A, layer(2)));
    driver.told(told(2), 1);
    one.told(told(1), 1);
    one.told(told(2), 1);

    for (SharedWeights process : List.of(driver, one)) {
      assertThat(process.find(A, 2)).contains(layer(2));
      assertThat(process.find(B, 2)).contains(layer(10));
      assertThat(process.find(A, 1)).contains(layer(1));
    }
    driver.ended();
    assertThat(run.resolve("weights.safetensors")).isRegularFile();
  }

  @Test
  void aTrialThatKnowsFewerResultsThanItsProcessSeesTheOlderWeights() {
    SharedWeights one = executor();
    for (int trial = 1; trial <= 3; trial++) {
      evaluate(one, trial, Map.of(A, layer(trial)));
      driver.told(told(trial), 1);
      one.told(told(trial), 1);
    }

    assertThat(one.find(A, 3)).contains(layer(3));
    assertThat(one.find(A, 1)).as("trial 4 was informed by 1 only").contains(layer(1));
    assertThat(one.find(A, 2)).contains(layer(2));
  }

  @Test
  void aProcessThatComesLaterMissesOnlyWhatNobodyNeeds() {
    SharedWeights one = executor();
    for (int trial = 1; trial <= 3; trial++) {
      evaluate(
          one, trial, trial == 2 ? Map.of(A, layer(2), B, layer(20)) : Map.of(A, layer(trial)));
      driver.told(told(trial), trial - 1);
      one.told(told(trial), trial - 1);
    }
    assertThat(artifacts.keys("weights"))
        .as("the driver deleted the first")
        .containsExactly("weights/trial-2.safetensors", "weights/trial-3.safetensors");

    SharedWeights late = executor();
    for (int trial = 1; trial <= 3; trial++) {
      late.told(told(trial), 2);
    }
    for (int informedBy : List.of(2, 3)) {
      assertThat(late.find(A, informedBy)).isEqualTo(one.find(A, informedBy)).isPresent();
      assertThat(late.find(B, informedBy)).isEqualTo(one.find(B, informedBy)).isPresent();
    }
  }

  @Test
  void aTrialThatTheDriverJudgesFailedIsNotSeen() {
    SharedWeights one = executor();
    evaluate(one, 1, Map.of(A, layer(1)));
    Outcome failed = Outcome.Failed.of(FailureCause.EXCEPTION, "the reward was NaN");
    TrialResult result = new TrialResult(told(1).trial(), failed, null);
    one.told(result, 0);
    assertThat(artifacts.keys("weights")).as("executors delete nothing").hasSize(1);
    driver.told(result, 0);

    assertThat(artifacts.keys("weights")).isEmpty();
    SharedWeights late = executor();
    late.told(result, 0);
    for (SharedWeights process : List.of(driver, one, late)) {
      assertThat(process.find(A, 1)).isEmpty();
    }
  }

  @Test
  void theModelOfSeveralProcessesIsTheMeanOfTrialsSideBySide() {
    OneShotWeights study = oneShot(artifacts);
    OneShotWeights one = oneShot(artifacts.withoutDeleting());
    OneShotWeights two = oneShot(artifacts.withoutDeleting());
    evaluate(study, one, 1, 0, 1);
    evaluate(study, two, 2, 0, 2);
    for (OneShotWeights process : List.of(study, one, two)) {
      process.told(result(1, 0, 0.5), 0);
      process.told(result(2, 0, 0.5), 0);
    }
    for (OneShotWeights process : List.of(study, one, two)) {
      assertThat(process.find(A, 1)).contains(layer(1));
      assertThat(process.find(A, 2)).contains(layer(1.5f));
    }

    evaluate(study, two, 3, 2, 7);
    study.told(result(3, 2, 0.5), 3);
    assertThat(artifacts.keys("one-shot")).containsExactly("one-shot/trial-3.safetensors");
    OneShotWeights late = oneShot(artifacts.withoutDeleting());
    for (int trial = 1; trial <= 3; trial++) {
      late.told(result(trial, trial == 3 ? 2 : 0, 0.5), 3);
    }
    assertThat(late.find(A, 3)).contains(layer(7));

    study.ended();
    assertThat(new OneShotWeights(artifacts).last()).containsExactly(Map.entry(A, layer(7)));
  }

  private static OneShotWeights oneShot(ArtifactStore artifacts) {
    OneShotWeights weights = new OneShotWeights(artifacts);
    weights.requireEarlier();
    return weights;
  }

  private static void evaluate(
      OneShotWeights study, OneShotWeights executor, int trial, int informedBy, float left) {
    executor.publish(trial, Map.of(A, layer(left)));
    executor.storing(result(trial, informedBy, null));
    study.storing(result(trial, informedBy, 0.5));
  }
}
