package org.espalier.nas.tf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
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

class TrialCheckpointsTest {
  @TempDir Path run;
  private TrialCheckpoints checkpoints;

  @BeforeEach
  void open() {
    checkpoints = new TrialCheckpoints(new FolderArtifacts(run));
  }

  private static Trial trial(int number, Integer parent) {
    return new Trial(
        number,
        new Proposal(Architecture.empty(), Fidelity.epochs(9), parent, null),
        1,
        number - 1);
  }

  private static TrialCheckpoint checkpoint(int number) {
    return new TrialCheckpoint(
        -number,
        new SavedVariables("weights of " + number, new byte[] {1, 2, (byte) number}),
        new SavedVariables("iteration", new byte[0]),
        new SavedVariables("slots", new byte[100_000]),
        number % 2 == 0 ? null : new SavedVariables("validation.loss", new byte[] {-1}),
        List.of(
            new Measurement(1, Map.of("loss", Double.NaN, "accuracy", -0.0)),
            new Measurement(2, Map.of("loss", Double.MIN_VALUE, "accuracy", 1.0))));
  }

  private void leave(int number) {
    Trial trial = trial(number, null);
    assertThat(checkpoints.wanted(trial)).isTrue();
    checkpoints.keep(trial, checkpoint(number));
    checkpoints.storing(
        new TrialResult(
            trial, new Outcome.Completed(checkpoint(number).measurements(), Account.empty()), 1.0));
  }

  private List<String> files() throws IOException {
    Path folder = run.resolve("checkpoints");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void givesBackEveryBitAlsoToALaterProcess() {
    checkpoints.retained(Set.of(1, 2));
    leave(1);
    leave(2);
    TrialCheckpoints resumed = new TrialCheckpoints(new FolderArtifacts(run));

    assertThat(resumed.before(trial(3, 1))).contains(checkpoint(1));
    assertThat(resumed.before(trial(3, 2))).contains(checkpoint(2));
    assertThat(resumed.before(trial(3, null))).isEmpty();
  }

  @Test
  void keepsOnlyWhatIsNeeded() throws IOException {
    checkpoints.retained(Set.of(1, 2, 3));
    leave(1);
    leave(2);
    leave(3);
    checkpoints.retained(Set.of(2, 4));
    assertThat(files()).containsExactly("trial-2.checkpoint");
    leave(4);
    assertThat(files()).containsExactly("trial-2.checkpoint", "trial-4.checkpoint");
    assertThat(checkpoints.wanted(trial(1, null))).isFalse();
  }

  @Test
  void clearsUpAfterASessionThatWasKilled() throws IOException {
    checkpoints.retained(Set.of(1, 2));
    leave(1);
    leave(2);
    Files.write(run.resolve("checkpoints/.trial-3.checkpoint.1.partial"), new byte[7]);
    Files.write(run.resolve("checkpoints/notes.txt"), new byte[7]);
    new TrialCheckpoints(new FolderArtifacts(run)).retained(Set.of(2));

    assertThat(files()).containsExactly("notes.txt", "trial-2.checkpoint");
  }

  @Test
  void theFolderGoesWithTheLastOfThem() throws IOException {
    checkpoints.retained(Set.of(1));
    leave(1);
    checkpoints.ended();
    assertThat(files()).hasSize(1);
    checkpoints.retained(Set.of());
    checkpoints.ended();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aStudyThatContinuesNothingWritesNothing() {
    checkpoints.retained(Set.of());
    assertThat(checkpoints.wanted(trial(1, null))).isFalse();
    checkpoints.ended();
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void whatFailedLeavesNothing() {
    checkpoints.retained(Set.of(1));
    checkpoints.keep(trial(1, null), checkpoint(1));
    Outcome failed = Outcome.Failed.of(FailureCause.DIVERGED, "The reward is NaN.");
    checkpoints.storing(new TrialResult(trial(1, null), failed, null));
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void anyDamageIsNoticed() throws IOException {
    checkpoints.retained(Set.of(1));
    leave(1);
    Path file = run.resolve("checkpoints/trial-1.checkpoint");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < 200; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      Files.write(file, changed);
      assertDamaged();
    }
    for (int length : new int[] {0, 5, 17, 18, 100, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertDamaged();
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertDamaged();
    Files.delete(file);
    assertThatThrownBy(() -> checkpoints.before(trial(2, 1)))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("Trial 2 cannot continue trial 1. The checkpoint " + file + " is not there.");
  }

  private void assertDamaged() {
    assertThatThrownBy(() -> checkpoints.before(trial(2, 1)))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("Trial 2 cannot continue trial 1. The checkpoint ")
        .hasMessageContaining(" is damaged: it");
  }
}
