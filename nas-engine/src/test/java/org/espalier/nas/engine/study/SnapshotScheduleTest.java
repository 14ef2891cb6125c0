package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.junit.jupiter.api.Test;

class SnapshotScheduleTest {

  private static final Duration NONE = Duration.ZERO;

  /** Simulates a controller whose state grows by some bytes with each trial. */
  private static long bytesWritten(int trials, int bytesPerTrial) {
    SnapshotSchedule schedule = new SnapshotSchedule();
    long written = 0;
    for (int asked = 1; asked <= trials; asked++) {
      if (schedule.due(asked, NONE)) {
        byte[] state = new byte[asked * bytesPerTrial];
        schedule.taken(new ControllerSnapshot(asked, 0, state), NONE, NONE);
        written += state.length;
      }
    }
    return written;
  }

  @Test
  void theBytesWrittenGrowAsTheTrials() {
    long thousand = bytesWritten(1000, 140);
    long tenThousand = bytesWritten(10_000, 140);

    assertThat(thousand).isBetween(1000L * 140, 1000L * 1000);
    assertThat(tenThousand).isBetween(10_000L * 140, 10_000L * 1000);
  }

  @Test
  void aLongReplayIsAvoidedUnlessSnapshotsCostMore() {
    SnapshotSchedule schedule = new SnapshotSchedule();
    ControllerSnapshot large = new ControllerSnapshot(1, 0, new byte[1_000_000]);
    schedule.taken(large, Duration.ofSeconds(5), Duration.ofMillis(300));

    assertThat(schedule.due(2, Duration.ofMillis(5900))).isFalse();
    assertThat(schedule.due(2, Duration.ofMillis(7900))).isFalse();
    assertThat(schedule.due(2, Duration.ofMillis(8100))).isTrue();
    schedule.taken(large, Duration.ofSeconds(9), Duration.ofMillis(1));
    assertThat(schedule.due(3, Duration.ofMillis(9900))).isFalse();
    assertThat(schedule.due(3, Duration.ofMillis(10_100))).isTrue();
  }
}
