package org.espalier.nas.dashboard.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;

/** The time that a study has been running, without the pauses between its sessions. */
final class RunningTime {

  private final StoredStudy study;

  RunningTime(StoredStudy study) {
    this.study = study;
  }

  /** Returns the seconds until a moment, from the beginning of the study. */
  double secondsUntil(Instant moment) {
    Duration sum = Duration.ZERO;
    List<StoredSession> sessions = study.sessions();
    for (int i = 0; i < sessions.size(); i++) {
      Instant from = sessions.get(i).startedAt();
      Instant until = end(i).isBefore(moment) ? end(i) : moment;
      if (from.isBefore(until)) {
        sum = sum.plus(Duration.between(from, until));
      }
    }
    return sum.toMillis() / 1000.0;
  }

  /** The end of a session whose process was killed is not known. */
  private Instant end(int index) {
    StoredSession session = study.sessions().get(index);
    if (session.endedAt() != null) {
      return session.endedAt();
    }
    Instant next =
        index + 1 < study.sessions().size()
            ? study.sessions().get(index + 1).startedAt()
            : Instant.MAX;
    return study.trials().stream()
        .flatMap(trial -> Optional.ofNullable(trial.finishedAt()).stream())
        .filter(finished -> !finished.isAfter(next))
        .max(Instant::compareTo)
        .orElse(session.startedAt());
  }
}
