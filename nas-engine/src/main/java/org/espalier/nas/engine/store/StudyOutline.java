package org.espalier.nas.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.jspecify.annotations.Nullable;

/**
 * Outline of a stored study, for lists of studies: all but its trials, of which it has numbers.
 *
 * @param key the study's key in its repository
 * @param description the study's description
 * @param sessions its sessions, in order
 * @param counts numbers of its trials
 * @param best the highest reward, or null if no trial has one
 * @param front number of trials whose objectives no earlier trial equals and no other dominates, or
 *     null if the study has fewer than two objectives
 * @param ends the ends of its sessions, in order; of a session that runs or whose process was
 *     killed, the time of the last event of a trial in it, or its start if there is none
 * @param steering the commands of people that it has taken, in order
 */
public record StudyOutline(
    String key,
    StudyDescription description,
    List<StoredSession> sessions,
    TrialCounts counts,
    @Nullable Double best,
    @Nullable Integer front,
    List<Instant> ends,
    List<SteeringEvent> steering) {

  /** Copies. */
  public StudyOutline {
    Objects.requireNonNull(key);
    Objects.requireNonNull(description);
    Objects.requireNonNull(counts);
    sessions = List.copyOf(sessions);
    ends = List.copyOf(ends);
    steering = List.copyOf(steering);
  }

  /** Returns the outline of a study. */
  public static StudyOutline of(StoredStudy study) {
    List<StoredTrial> trials = study.trials();
    List<TrialResult> results = study.results();
    OptionalDouble best =
        results.stream().map(TrialResult::reward).flatMapToDouble(OptionalDouble::stream).max();
    return new StudyOutline(
        study.key(),
        study.description(),
        study.sessions(),
        TrialCounts.of(trials, begun(study.sessions())),
        best.isPresent() ? best.getAsDouble() : null,
        front(
            study.description().objectives(),
            results.stream().map(TrialResult::objectives).toList()),
        SessionEnds.of(study.sessions(), trials),
        study.steering());
  }

  /**
   * Returns the number of nondominated vectors, of which equal ones count once.
   *
   * @param objectives the objectives of the study
   * @param values their values in the trials; empty ones are left out
   * @return the number, or null if there are fewer than two objectives
   */
  public static @Nullable Integer front(List<Objective> objectives, List<List<Double>> values) {
    if (objectives.size() < 2) {
      return null;
    }
    ParetoFront front = new ParetoFront();
    values.stream()
        .filter(vector -> !vector.isEmpty())
        .distinct()
        .forEach(
            vector ->
                front.add(
                    IntStream.range(0, objectives.size())
                        .mapToDouble(i -> objectives.get(i).loss(vector.get(i)))
                        .toArray()));
    return front.indices().size();
  }

  /** Returns the start of the last session, before which no trial counts as running. */
  public static Instant begun(List<StoredSession> sessions) {
    return sessions.isEmpty() ? Instant.EPOCH : sessions.get(sessions.size() - 1).startedAt();
  }

  /**
   * Returns the time that processes have worked on the study, in all its sessions.
   *
   * @param now end of the session that runs, or null if none does
   */
  public Duration worked(@Nullable Instant now) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < sessions.size(); i++) {
      StoredSession session = sessions.get(i);
      boolean running = now != null && i == sessions.size() - 1 && session.endedAt() == null;
      sum = sum.plus(Duration.between(session.startedAt(), running ? now : ends.get(i)));
    }
    return sum;
  }
}
