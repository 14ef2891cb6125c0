package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.tf.checkpoint.CheckpointException;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.optimizer.Optimizers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarmStartTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 150, 60);
  private static final int PLAIN = 0;
  private static final int DROPPING = 1;
  private static final int DROPPING_MORE = 2;
  private static final int WIDER = 3;
  private static final FixedNetworks SPACE =
      new FixedNetworks(
          List.of(
              network(new Dense(8, Activation.RELU), new Dense(3, Activation.SOFTMAX)),
              network(
                  new Dense(8, Activation.RELU),
                  new Dropout(0.2),
                  new Dense(3, Activation.SOFTMAX)),
              network(
                  new Dense(8, Activation.RELU),
                  new Dropout(0.6),
                  new Dense(3, Activation.SOFTMAX)),
              network(new Dense(9, Activation.RELU), new Dense(3, Activation.SOFTMAX))));

  @TempDir Path folder;

  private static NetworkSpec network(LayerSpec... layers) {
    return new NetworkSpec(TensorShape.of(4), List.of(layers));
  }

  private Lineage lineage(String name) {
    return new Lineage(BLOBS, SPACE, new FolderArtifacts(folder.resolve(name)));
  }

  private static OptimizerSettings momentum(boolean nesterov) {
    return new Sgd(0.05, Schedule.constant(), 0.9, nesterov, 0);
  }

  static Stream<Arguments> settings() {
    List<Arguments> all = new ArrayList<>();
    for (OptimizerSettings optimizer : Optimizers.usual(0.02)) {
      all.add(Arguments.of(optimizer.toString(), SettingsOf.defaults().optimizer(optimizer)));
    }
    for (Schedule schedule :
        List.of(
            new Schedule.TimeDecaySchedule(0.9),
            new Schedule.ExponentialSchedule(0.9, 30),
            new Schedule.CosineSchedule(30, 0.1))) {
      OptimizerSettings optimizer = new Adam(0.01, schedule, 0.9, 0.999, 1e-7, 0);
      all.add(Arguments.of(schedule.toString(), SettingsOf.defaults().optimizer(optimizer)));
    }
    SettingsOf clipped =
        SettingsOf.defaults()
            .optimizer(new Adam(0.01, Schedule.constant(), 0.9, 0.999, 1e-7, 0.05));
    ClassWeighting weighting = new ClassWeighting(ClassWeighting.Type.BALANCED, Map.of());
    all.addAll(
        List.of(
            Arguments.of("momentum", SettingsOf.defaults().optimizer(momentum(false))),
            Arguments.of("nesterov", SettingsOf.defaults().optimizer(momentum(true))),
            Arguments.of("clipNorm", clipped),
            Arguments.of("l2", SettingsOf.defaults().l2(0.01)),
            Arguments.of("no shuffle", SettingsOf.defaults().inOrder()),
            Arguments.of("class weights", SettingsOf.defaults().classWeights(weighting)),
            Arguments.of("sharing", SettingsOf.defaults().sharing()),
            Arguments.of("keepBest", SettingsOf.defaults().keepBest("validation.loss")),
            // An accuracy that soon stops to improve, so that the best epoch is an early one.
            Arguments.of(
                "keepBest early",
                SettingsOf.defaults().optimizer(new Adam(0.1)).keepBest("validation.accuracy")),
            Arguments.of(
                "early stopping",
                SettingsOf.defaults()
                    .optimizer(new Adam(0.1))
                    .earlyStopping("validation.accuracy", 3)
                    .keepBest("validation.accuracy")),
            Arguments.of(
                "patience for long", SettingsOf.defaults().earlyStopping("validation.loss", 20))));
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void twoFourAndTenEpochsAreTenInOneGo(String name, SettingsOf settings) {
    for (int network : new int[] {PLAIN, DROPPING}) {
      Lineage inOneGo = lineage("one-" + network);
      Outcome whole = inOneGo.next(settings, network, 10);

      Lineage inSteps = lineage("steps-" + network);
      inSteps.next(settings, network, 2);
      inSteps.forget();
      inSteps.next(settings, network, 4);
      inSteps.forget();
      Outcome last = inSteps.next(settings, network, 10);

      assertThat(last).isInstanceOf(Outcome.Completed.class);
      assertThat(last.measurements()).isEqualTo(whole.measurements());
      assertThat(inSteps.left()).isEqualTo(inOneGo.left());
      assertThat(inSteps.reported()).doesNotContain(1, 2, 3, 4);
      assertThat(last.account().figures())
          .containsEntry("epochs", (double) inSteps.reported().size());
    }
  }

  @Test
  void otherPartsOfTheDataMayFollowEachOther() {
    Lineage lineage = lineage("parts");
    lineage.next(SettingsOf.defaults(), PLAIN, new Fidelity(2, 0.2));
    Outcome onAll = lineage.next(SettingsOf.defaults(), PLAIN, new Fidelity(4, 1));

    assertThat(onAll.measurements()).hasSize(4);
    assertThat(lineage.reported()).containsExactly(3, 4);
  }

  @Test
  void aStoppedTrialCanBeContinued() {
    Lineage stopped = lineage("stopped");
    assertThat(stopped.next(SettingsOf.defaults(), PLAIN, Fidelity.epochs(9), Directive.STOP))
        .isInstanceOf(Outcome.Stopped.class);
    stopped.next(SettingsOf.defaults(), PLAIN, 4);

    Lineage inOneGo = lineage("one");
    inOneGo.next(SettingsOf.defaults(), PLAIN, 4);
    assertThat(stopped.reported()).containsExactly(2, 3, 4);
    assertThat(stopped.left()).isEqualTo(inOneGo.left());
  }

  @Test
  void whatRanOutOfPatienceEndsAtOnce() {
    SettingsOf settings =
        SettingsOf.defaults().optimizer(new Sgd(1e-30)).earlyStopping("validation.accuracy", 3);
    Lineage lineage = lineage("patience");
    Outcome first = lineage.next(settings, PLAIN, 9);
    Outcome second = lineage.next(settings, PLAIN, 20);

    assertThat(first.measurements()).hasSize(4);
    assertThat(second).isInstanceOf(Outcome.Completed.class);
    assertThat(second.measurements()).isEqualTo(first.measurements());
    assertThat(lineage.reported()).isEmpty();
    assertThat(second.account().figures()).containsEntry("epochs", 0.0);
  }

  @Test
  void anotherLearningRateKeepsTheOptimizersState() {
    SettingsOf slower = SettingsOf.defaults().optimizer(new Adam(0.001));
    Lineage lineage = lineage("rate");
    lineage.next(SettingsOf.defaults(), DROPPING, 3);
    TrialCheckpoint parent = lineage.left();
    lineage.next(slower, DROPPING, 3);
    assertThat(lineage.left()).isEqualTo(parent);
    lineage.next(slower, DROPPING, 4);

    assertThat(lineage.left().weights().bytes())
        .isEqualTo(trainedByHand(slower, parent, true))
        .isNotEqualTo(trainedByHand(slower, parent, false));
    Lineage unchanged = lineage("unchanged");
    unchanged.next(SettingsOf.defaults(), DROPPING, 4);
    assertThat(lineage.left().weights()).isNotEqualTo(unchanged.left().weights());
  }

  /**
   * Returns the weights after one epoch from the checkpoint, with the optimizer's state or a new
   * one.
   */
  private static byte[] trainedByHand(SettingsOf settings, TrialCheckpoint from, boolean state) {
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                SPACE.networks().get(DROPPING),
                BLOBS.info().task(),
                settings.settings(),
                null,
                Construction.of(from.seed(), Map.of(), 0));
        Batches batches = Batches.inOrder(BLOBS.examples(Part.TRAINING), 32);
        Batches validation = Batches.toPredict(BLOBS.examples(Part.VALIDATION))) {
      candidate.restoreWeights(from.weights().bytes());
      Checkpoint.restore(
          candidate.session(), candidate.optimizerState().subList(0, 1), from.iteration().bytes());
      if (state) {
        int all = candidate.optimizerState().size();
        Checkpoint.restore(
            candidate.session(), candidate.optimizerState().subList(1, all), from.slots().bytes());
      }
      Training training =
          new Training(
              candidate,
              new NetworkEpochs(
                  candidate,
                  batches,
                  validation,
                  null,
                  Measures.of(settings.settings(), BLOBS.info().task()),
                  settings.settings(),
                  from.seed(),
                  new PhaseClock()),
              Measures.of(settings.settings(), BLOBS.info().task()),
              settings.settings());
      training.goOnFrom(from.measurements(), null);
      training.train(from.measurements().size() + 1, Progress.unwatched());
      return candidate.savedWeights();
    }
  }

  @Test
  void anotherOptimizerTakesOverWeightsAndIteration() {
    Lineage lineage = lineage("type");
    lineage.next(SettingsOf.defaults(), PLAIN, 3);
    TrialCheckpoint parent = lineage.left();
    lineage.next(SettingsOf.defaults().optimizer(momentum(false)), PLAIN, 3);
    TrialCheckpoint child = lineage.left();

    assertThat(child.weights()).isEqualTo(parent.weights());
    assertThat(child.iteration()).isEqualTo(parent.iteration());
    assertThat(child.slots().description())
        .isEqualTo(
            "sgd with [layer.kernel.momentum[4, 8], layer.bias.momentum[8],"
                + " layer.kernel.momentum[8, 3], layer.bias.momentum[3]]");
    lineage.next(SettingsOf.defaults().optimizer(new Sgd(0.05)), PLAIN, 5);
    assertThat(lineage.reported()).containsExactly(4, 5);
  }

  @Test
  void dropoutAndBatchMayChange() {
    Lineage lineage = lineage("dropout");
    lineage.next(SettingsOf.defaults(), DROPPING, 2);
    TrialCheckpoint parent = lineage.left();
    for (int network : new int[] {DROPPING_MORE, PLAIN, DROPPING}) {
      lineage.next(SettingsOf.defaults(), network, 2);
      assertThat(lineage.left()).isEqualTo(parent);
    }
  }

  @Test
  void anotherNetworkCannotGoOn() {
    Lineage lineage = lineage("network");
    lineage.next(SettingsOf.defaults(), PLAIN, 2);

    assertThatThrownBy(() -> lineage.next(SettingsOf.defaults(), WIDER, 4))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "A trial with the layers 4 to [(9, relu), (3, softmax)] cannot continue one with the"
                + " layers 4 to [(8, relu), (3, softmax)]; only what does not change the weights"
                + " may differ.");
  }

  @Test
  void aDamagedOrMissingCheckpointIsNamed() throws IOException {
    Lineage lineage = lineage("damaged");
    lineage.next(SettingsOf.defaults(), PLAIN, 2);
    Path file = folder.resolve("damaged/checkpoints/trial-1.checkpoint");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> lineage.next(SettingsOf.defaults(), PLAIN, 4))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("Trial 2 cannot continue trial 1. The checkpoint ")
        .hasMessageEndingWith(" is damaged: its checksum does not fit its content.");
    assertThatThrownBy(() -> lineage.next(SettingsOf.defaults(), PLAIN, 4))
        .hasMessageStartingWith("Trial 3 cannot continue trial 2. The checkpoint ")
        .hasMessageEndingWith(" is not there.");
  }

  @Test
  void anInterruptedOrDivergedTrialLeavesNone() {
    Lineage abandoned = lineage("abandoned");
    abandoned.next(SettingsOf.defaults(), PLAIN, Fidelity.epochs(9), Directive.ABANDON);
    Lineage diverged = lineage("diverged");
    diverged.next(SettingsOf.defaults().optimizer(new Sgd(1e30)), PLAIN, 5);

    assertThat(folder.resolve("abandoned/checkpoints")).doesNotExist();
    assertThat(folder.resolve("diverged/checkpoints")).doesNotExist();
  }
}
