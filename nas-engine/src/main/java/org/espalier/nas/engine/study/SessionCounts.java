package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.TrialResult;

/** Number and times of the trials that a session evaluated. */
final class SessionCounts {

  private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
  private int evaluated;

  void evaluated(TrialResult result) {
    evaluated++;
    result
        .outcome()
        .account()
        .times()
        .forEach((phase, time) -> phases.merge(phase, time, Duration::plus));
  }

  /** Returns the summary of the session. */
  StudySummary summary(
      StudyEnd ending, TrialTracker tracker, int workers, Duration took, SessionTimer times) {
    return new StudySummary(
        ending,
        tracker.results(),
        tracker.unfinished(),
        evaluated,
        workers,
        took,
        phases,
        times.controller(),
        times.store());
  }
}
