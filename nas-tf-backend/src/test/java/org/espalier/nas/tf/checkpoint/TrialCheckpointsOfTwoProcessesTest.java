package org.espalier.nas.tf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class TrialCheckpointsOfTwoProcessesTest {
  @TempDir Path run;
  private ArtifactStore artifacts;
  private TrialCheckpoints driver;
  private TrialCheckpoints executor;

  @BeforeEach
  void open() {
    artifacts = new FolderArtifacts(run);
    driver = new TrialCheckpoints(artifacts);
    executor = anotherExecutor();
  }

  private TrialCheckpoints anotherExecutor() {
    return new TrialCheckpoints(new FolderArtifacts(run).withoutDeleting());
  }

  private static Trial trial(int number, Integer parent) {
    return new Trial(
        number,
        new Proposal(Architecture.empty(), Fidelity.epochs(9), parent, null),
        1,
        number - 1);
  }

  private static TrialCheckpoint checkpoint(int number) {
    SavedVariables none = new SavedVariables("none", new byte[0]);
    return new TrialCheckpoint(
        number,
        new SavedVariables("weights", new byte[] {(byte) number}),
        none,
        none,
        null,
        List.of(new Measurement(1, Map.of())));
  }

  private static TrialResult result(Trial trial, Double reward) {
    return new TrialResult(
        trial,
        new Outcome.Completed(List.of(new Measurement(1, Map.of())), Account.empty()),
        reward);
  }

  /** Evaluates a trial of which only the executor knows that its state is wanted. */
  private void evaluate(TrialCheckpoints process, Trial trial) {
    process.retained(Set.of(trial.number()));
    assertThat(process.wanted(trial)).isTrue();
    process.keep(trial, checkpoint(trial.number()));
    process.storing(result(trial, null));
    driver.storing(result(trial, 0.5));
  }

  private List<String> keys() {
    return artifacts.keys("checkpoints");
  }

  @Test
  void anotherExecutorContinuesWhatOneLeft() {
    driver.retained(Set.of(1, 2));
    evaluate(executor, trial(1, null));
    evaluate(executor, trial(2, null));
    assertThat(keys()).hasSize(2);

    driver.retained(Set.of(1, 3));
    assertThat(keys()).containsExactly("checkpoints/trial-1.checkpoint");
    TrialCheckpoints another = anotherExecutor();
    assertThat(another.before(trial(3, 1))).contains(checkpoint(1));
    evaluate(another, trial(3, 1));
    assertThat(keys()).as("executors delete nothing").hasSize(2);

    driver.retained(Set.of());
    driver.ended();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aTrialThatTheDriverJudgesFailedIsForgotten() {
    driver.retained(Set.of(1));
    evaluate(executor, trial(1, null));
    Outcome failed = Outcome.Failed.of(FailureCause.DIVERGED, "The reward is NaN.");
    driver.storing(new TrialResult(trial(1, null), failed, null));
    driver.retained(Set.of(2));

    assertThat(keys()).isEmpty();
  }

  /** An executor that was taken for dead writes what another one wrote already. */
  @Test
  void whatComesTooLateIsDeletedOnceNothingIsNeeded() {
    driver.retained(Set.of(1, 2));
    executor.retained(Set.of(1));
    executor.keep(trial(1, null), checkpoint(1));
    TrialCheckpoints another = anotherExecutor();
    evaluate(another, trial(1, null));
    evaluate(another, trial(2, null));
    driver.retained(Set.of(2));
    executor.storing(result(trial(1, null), null));
    assertThat(keys()).hasSize(2);

    driver.retained(Set.of());
    assertThat(keys()).isEmpty();
    executor.retained(Set.of(1));
    executor.keep(trial(1, null), checkpoint(1));
    executor.storing(result(trial(1, null), null));
    new TrialCheckpoints(artifacts).retained(Set.of(2));
    assertThat(keys()).as("left by an earlier session").isEmpty();
  }

  @Test
  void aCheckpointThatTheDriverDeletedMeanwhileIsMissing() {
    driver.retained(Set.of(1));
    evaluate(executor, trial(1, null));
    driver.retained(Set.of(2));

    assertThatThrownBy(() -> executor.before(trial(2, 1)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageEndingWith("trial-1.checkpoint is not there.");
  }
}
