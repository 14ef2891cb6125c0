package org.espalier.nas.engine.study;

import java.time.Duration;
import org.espalier.nas.engine.store.ControllerSnapshot;

/**
 * Schedule of the controller's snapshots. A snapshot is due when the trials since the last one take
 * about as many bytes in the journal as that one, so that all snapshots together stay proportional
 * to the journal; or when replaying the calls since then would take noticeable time.
 */
final class SnapshotSchedule {

  private static final int BYTES_PER_TRIAL = 512;
  private static final Duration LONGEST_REPLAY = Duration.ofSeconds(1);

  /** Taking a snapshot may cost this part of the controller's time. */
  private static final int COST_DIVISOR = 10;

  private int asked;
  private long bytes;
  private Duration spent = Duration.ZERO;
  private Duration cost = Duration.ZERO;

  /**
   * Returns true if a snapshot is due.
   *
   * @param askedNow number of trials proposed until now
   * @param spentNow time spent in the controller until now
   */
  boolean due(int askedNow, Duration spentNow) {
    Duration replay = spentNow.minus(spent);
    return (long) (askedNow - asked) * BYTES_PER_TRIAL >= bytes
        || (replay.compareTo(LONGEST_REPLAY) > 0
            && replay.compareTo(cost.multipliedBy(COST_DIVISOR)) > 0);
  }

  /**
   * Notes that a snapshot was taken.
   *
   * @param spentNow time spent in the controller until then
   * @param took time that taking the snapshot took
   */
  void taken(ControllerSnapshot snapshot, Duration spentNow, Duration took) {
    asked = snapshot.asked();
    bytes = snapshot.bytes().length;
    spent = spentNow;
    cost = took;
  }
}
