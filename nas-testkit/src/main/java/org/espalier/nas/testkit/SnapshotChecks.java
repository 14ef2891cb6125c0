package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.FirstDifference.Cause;

/** Checks of snapshots; a step is one ask or one tell. */
final class SnapshotChecks {
  private final ControllerContract contract;

  SnapshotChecks(ControllerContract contract) {
    this.contract = contract;
  }

  void continueExactlyFromEveryStep() {
    List<Proposal> uninterrupted = uninterrupted();
    try (Controller controller = controller()) {
      AskTellSimulation rehearsal = rehearsal(controller);
      int step = 0;
      for (boolean more = true; more; more = rehearsal.step()) {
        FirstDifference.assertNone(
            "proposals of a controller restored after step " + step++,
            continued(rehearsal, controller.snapshot()),
            uninterrupted,
            Cause.SNAPSHOT_LACKS_STATE);
      }
    }
  }

  private List<Proposal> continued(AskTellSimulation rehearsal, byte[] snapshot) {
    try (Controller fresh = controller()) {
      fresh.restore(snapshot);
      return rehearsal.continuedBy(fresh).run().proposals();
    }
  }

  void changeNothing() {
    FirstDifference.assertNone(
        "proposals of a controller of which snapshots were taken",
        atEveryStep(Controller::snapshot),
        uninterrupted(),
        Cause.SNAPSHOT_CHANGES_STATE);
  }

  void areEqualInARow() {
    atEveryStep(
        controller ->
            assertThat(controller.snapshot())
                .as("the second of two snapshots in a row")
                .isEqualTo(controller.snapshot()));
  }

  void stayAsTheyAre() {
    List<byte[]> taken = new ArrayList<>();
    List<byte[]> copies = new ArrayList<>();
    atEveryStep(
        controller -> {
          byte[] snapshot = controller.snapshot();
          taken.add(snapshot);
          copies.add(snapshot.clone());
        });
    assertThat(taken)
        .as("snapshots after the search has gone on")
        .usingElementComparator(Arrays::compare)
        .isEqualTo(copies);
  }

  void areNotReadLater() {
    FirstDifference.assertNone(
        "proposals when the bytes of each snapshot are overwritten by the caller",
        atEveryStep(controller -> Arrays.fill(controller.snapshot(), (byte) 0x55)),
        uninterrupted(),
        Cause.ARRAY_IS_SHARED);
  }

  void areNeitherChangedNorKeptByRestoring() {
    List<Proposal> uninterrupted = uninterrupted();
    try (Controller controller = controller();
        Controller fresh = controller()) {
      AskTellSimulation rehearsal = rehearsal(controller);
      for (int step = 0; step < contract.trials(); step++) {
        rehearsal.step();
      }
      byte[] snapshot = controller.snapshot();
      byte[] copy = snapshot.clone();
      fresh.restore(snapshot);
      assertThat(snapshot).as("the snapshot that was restored").isEqualTo(copy);
      Arrays.fill(snapshot, (byte) 0x55);
      FirstDifference.assertNone(
          "proposals when the bytes restored are overwritten by the caller",
          rehearsal.continuedBy(fresh).run().proposals(),
          uninterrupted,
          Cause.ARRAY_IS_SHARED);
    }
  }

  void nothingElseIsTaken() {
    byte[] whole = snapshotAtTheEnd();
    assertThat(whole).as("a snapshot").isNotEmpty();
    assertRefused("a text", "this is not a snapshot".getBytes(StandardCharsets.UTF_8));
    assertRefused("nothing", new byte[0]);
    assertRefused("a snapshot without its end", Arrays.copyOf(whole, whole.length - 1));
  }

  private byte[] snapshotAtTheEnd() {
    try (Controller controller = controller()) {
      rehearsal(controller).run();
      return controller.snapshot();
    }
  }

  private void assertRefused(String what, byte[] noise) {
    try (Controller controller = controller()) {
      assertThatThrownBy(() -> controller.restore(noise))
          .as("restoring %s", what)
          .isInstanceOf(NasException.class);
    }
  }

  /** Returns the proposals of a search in which an action runs at each step. */
  private List<Proposal> atEveryStep(Consumer<Controller> action) {
    try (Controller controller = controller()) {
      AskTellSimulation rehearsal = rehearsal(controller);
      for (boolean more = true; more; more = rehearsal.step()) {
        action.accept(controller);
      }
      return rehearsal.proposals();
    }
  }

  private List<Proposal> uninterrupted() {
    return Searches.run(contract, contract.space(), 1, SyntheticResults::mostlyCompleted);
  }

  private Controller controller() {
    return contract.controller(contract.space(), new RandomStreams(1));
  }

  private AskTellSimulation rehearsal(Controller controller) {
    return new AskTellSimulation(
        controller,
        new AskTellSimulation.Plan(
            controller.batch(),
            contract.trials(),
            contract.results(SyntheticResults::mostlyCompleted)));
  }
}
