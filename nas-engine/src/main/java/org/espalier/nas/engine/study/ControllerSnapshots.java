package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.Optional;
import org.espalier.nas.engine.store.ControllerSnapshot;

/** Snapshots of a session's controller, taken when {@link SnapshotSchedule} says. */
final class ControllerSnapshots {

  private final GuardedController controller;
  private final SessionTimer times;
  private final SnapshotSchedule schedule = new SnapshotSchedule();

  ControllerSnapshots(GuardedController controller, SessionTimer times) {
    this.controller = controller;
    this.times = times;
  }

  /**
   * Takes a snapshot if one is due.
   *
   * @param asked number of trials proposed until now
   * @param told number of results told until now
   */
  Optional<ControllerSnapshot> ifDue(int asked, int told) {
    Duration before = times.controller();
    if (!schedule.due(asked, before)) {
      return Optional.empty();
    }
    byte[] state = times.controller(controller::snapshot);
    Duration after = times.controller();
    ControllerSnapshot snapshot = new ControllerSnapshot(asked, told, state);
    schedule.taken(snapshot, after, after.minus(before));
    return Optional.of(snapshot);
  }
}
