package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.espalier.nas.api.network.TensorShape;
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

class SharedWeightsTest {
  private static final WeightKey A = new WeightKey("input(2)", "(1, relu)");
  private static final WeightKey B = new WeightKey("(1, relu)", "(3, softmax)");

  @TempDir Path run;
  private SharedWeights store;

  @BeforeEach
  void open() {
    store = new SharedWeights(new FolderArtifacts(run));
  }

  private static LayerWeights weights(float value) {
    return new LayerWeights(
        Map.of("kernel", new WeightArray(TensorShape.of(2, 1), new float[] {value, -value})));
  }

  private static TrialResult completed(int number) {
    Outcome outcome = new Outcome.Completed(List.of(new Measurement(1, Map.of())), Account.empty());
    return new TrialResult(trial(number), outcome, 0.5);
  }

  private static Trial trial(int number) {
    return new Trial(
        number, Proposal.of(Architecture.empty(), Fidelity.epochs(1)), number, number - 1);
  }

  private Path file(int trial) {
    return run.resolve("weights/trial-" + trial + ".safetensors");
  }

  private void leave(int trial, Map<WeightKey, LayerWeights> left) {
    store.publish(trial, left);
    store.storing(completed(trial));
  }

  @Test
  void aTrialSeesWhatTheTrialsUpToItsInformationLeftWhateverFinishedSince() {
    leave(2, Map.of(A, weights(2)));
    leave(1, Map.of(A, weights(1)));
    store.told(completed(1), 0);

    assertThat(store.find(A, 0)).isEmpty();
    assertThat(store.find(A, 1)).contains(weights(1));
    store.told(completed(2), 0);
    assertThat(store.find(A, 0)).isEmpty();
    assertThat(store.find(A, 1)).contains(weights(1));
    assertThat(store.find(A, 2)).contains(weights(2));
    assertThat(store.find(A, 100)).contains(weights(2));
    assertThat(store.find(B, 100)).isEmpty();
  }

  @Test
  void whatWasNotToldIsNotSeen() {
    leave(1, Map.of(A, weights(1)));

    assertThat(store.find(A, 5)).isEmpty();
  }

  @Test
  void aFailedTrialLeavesNothing() {
    leave(1, Map.of(A, weights(1)));
    Outcome failed = Outcome.Failed.of(FailureCause.EXCEPTION, "the reward was NaN");
    store.told(new TrialResult(trial(1), failed, null), 0);

    assertThat(store.find(A, 1)).isEmpty();
    assertThat(file(1)).doesNotExist();
  }

  @Test
  void whatNobodyCanSeeAnyMoreIsForgottenAndItsFileDeleted() {
    leave(1, Map.of(A, weights(1), B, weights(10)));
    leave(2, Map.of(A, weights(2)));
    leave(3, Map.of(B, weights(30)));
    store.told(completed(1), 0);
    store.told(completed(2), 1);
    assertThat(store.find(A, 1)).contains(weights(1));

    store.told(completed(3), 2);
    assertThat(store.find(A, 1)).as("superseded by 2, not needed").isEmpty();
    assertThat(store.find(B, 2)).as("still needed by a trial informed by 2").contains(weights(10));
    assertThat(file(1)).exists();

    store.told(completed(4), 3);
    assertThat(store.find(B, 3)).contains(weights(30));
    assertThat(store.find(B, 2)).isEmpty();
    assertThat(file(1)).doesNotExist();
    assertThat(file(2)).exists();
  }

  @Test
  void aResumedStudySeesTheSame() {
    leave(1, Map.of(A, weights(1), B, weights(10)));
    leave(2, Map.of(A, weights(2), B, weights(20)));
    leave(3, Map.of(A, weights(3)));
    for (int k = 1; k <= 3; k++) {
      store.told(completed(k), k - 1);
    }
    assertThat(file(1)).as("wholly superseded before the interruption").doesNotExist();

    SharedWeights resumed = new SharedWeights(new FolderArtifacts(run));
    resumed.requireEarlier();
    for (int k = 1; k <= 3; k++) {
      resumed.told(completed(k), k - 1);
    }
    for (int informedBy : List.of(2, 3)) {
      assertThat(resumed.find(A, informedBy)).isEqualTo(store.find(A, informedBy)).isPresent();
      assertThat(resumed.find(B, informedBy)).isEqualTo(store.find(B, informedBy)).isPresent();
    }
  }

  @Test
  void whatIsLeftAtTheEndCanBeReadByOthers() throws IOException {
    leave(1, Map.of(A, weights(1)));
    leave(2, Map.of(A, weights(2), B, weights(20)));
    store.told(completed(1), 0);
    store.told(completed(2), 1);
    store.ended();

    assertThat(Safetensors.parse("", Files.readAllBytes(run.resolve("weights.safetensors"))))
        .containsOnlyKeys("input(2)|(1, relu)/kernel", "(1, relu)|(3, softmax)/kernel")
        .containsEntry("input(2)|(1, relu)/kernel", weights(2).arrays().get("kernel"));
  }

  @Test
  void aResumedStudyWithoutTheFilesOfEarlierTrialsIsNotContinued() {
    store.told(completed(1), 0);

    assertMissing(store::requireEarlier);
  }

  /** An evaluator may be created before the results of an earlier process are told. */
  @Test
  void aStudyEndsWhenItIsToldOfATrialWhoseFileIsMissing() {
    store.requireEarlier();

    assertMissing(() -> store.told(completed(1), 0));
  }

  private void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("trial 1 and later ones are missing")
        .hasMessageContaining(run.resolve("weights").toString());
  }

  @Test
  void aResumedStudyWithTheFilesOfEarlierTrialsIsContinued() {
    leave(1, Map.of(A, weights(1)));
    SharedWeights resumed = new SharedWeights(new FolderArtifacts(run));
    resumed.told(completed(1), 0);

    assertThatCode(resumed::requireEarlier).doesNotThrowAnyException();
  }

  /** The evaluator of a study may be created after its results were told again. */
  @Test
  void whatWasToldBeforeIsReadWhenItIsRequired() {
    leave(1, Map.of(A, weights(1)));
    leave(2, Map.of(B, weights(20)));
    SharedWeights resumed = new SharedWeights(new FolderArtifacts(run));
    resumed.told(completed(1), 0);
    resumed.told(completed(2), 1);
    assertThat(resumed.find(A, 2)).isEmpty();
    resumed.requireEarlier();

    assertThat(resumed.find(A, 2)).contains(weights(1));
    assertThat(resumed.find(B, 2)).contains(weights(20));
  }

  @Test
  void aStudyWithoutSharingLeavesNoFile() {
    store.told(completed(1), 0);
    store.ended();

    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aBrokenFileIsATypedError() throws IOException {
    Files.createDirectories(run.resolve("weights"));
    Files.write(file(1), new byte[] {1, 2, 3});
    store.requireEarlier();

    assertThatThrownBy(() -> store.told(completed(1), 0))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("trial-1.safetensors is cut off");
  }

  @Test
  void aFileOfSomethingElseIsATypedError() throws IOException {
    Files.createDirectories(run.resolve("weights"));
    try (OutputStream out = Files.newOutputStream(file(1))) {
      Safetensors.write(out, Map.of("w", new WeightArray(TensorShape.of(1), new float[] {1})));
    }
    store.requireEarlier();

    assertThatThrownBy(() -> store.told(completed(1), 0))
        .isInstanceOf(WeightFileException.class)
        .hasMessageContaining("names no layer");
  }
}
