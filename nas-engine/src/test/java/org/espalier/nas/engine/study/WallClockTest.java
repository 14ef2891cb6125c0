package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredTrial;
import org.junit.jupiter.api.Test;

class WallClockTest {

  private static Instant at(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  private static StoredTrial trial(long asked, long started, long finished) {
    Trial trial = new Trial(1, Proposal.of(Architecture.empty(), Fidelity.epochs(1)), 1, 0);
    return new StoredTrial(trial, null, List.of(), 1, at(asked), at(started), at(finished));
  }

  @Test
  void aSessionTookFromItsStartToItsEndOrToItsLastSign() {
    List<StoredSession> sessions =
        List.of(
            new StoredSession(1, at(0), at(10), "INTERRUPTED"),
            new StoredSession(2, at(100), null, null),
            new StoredSession(3, at(200), null, null),
            new StoredSession(4, at(300), null, null));
    List<StoredTrial> trials = List.of(trial(1, 2, 3), trial(101, 102, 107), trial(108, 202, 205));

    assertThat(WallClock.spent(sessions, trials)).isEqualTo(Duration.ofSeconds(10 + 8 + 5));
  }

  @Test
  void isOverWhenAllTimeIsSpent() {
    AtomicReference<Instant> now = new AtomicReference<>(at(1000));
    WallClock clock = new WallClock(now::get, Duration.ofSeconds(60), Duration.ofSeconds(20));
    assertThat(clock.over()).isFalse();
    now.set(at(1039));
    assertThat(clock.over()).isFalse();
    now.set(at(1040));
    assertThat(clock.over()).isTrue();
    assertThat(new WallClock(now::get, null, Duration.ofDays(9)).over()).isFalse();
  }
}
