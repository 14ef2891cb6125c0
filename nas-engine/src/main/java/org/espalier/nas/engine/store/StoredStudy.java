package org.espalier.nas.engine.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;

/**
 * Stored state of a study at one moment, running or not.
 *
 * @param key the study's key in its repository
 * @param description the study's description
 * @param sessions its sessions, in order
 * @param trials all trials, in the order of their numbers
 * @param diagnostics the controller's diagnostics after each tell, by number of the trial told
 * @param steering the commands of people that it has taken, in order
 */
public record StoredStudy(
    String key,
    StudyDescription description,
    List<StoredSession> sessions,
    List<StoredTrial> trials,
    SortedMap<Integer, Map<String, Double>> diagnostics,
    List<SteeringEvent> steering) {

  /** Copies. */
  public StoredStudy {
    Objects.requireNonNull(key);
    Objects.requireNonNull(description);
    sessions = List.copyOf(sessions);
    trials = List.copyOf(trials);
    diagnostics = Collections.unmodifiableSortedMap(new TreeMap<>(diagnostics));
    steering = List.copyOf(steering);
  }

  /** The results of the finished trials, in the order of their numbers. */
  public List<TrialResult> results() {
    return trials.stream().map(StoredTrial::result).flatMap(Optional::stream).toList();
  }

  /**
   * Returns true if the results of earlier sessions have been told again in the last one, so that
   * the diagnostics after them change no more: it has asked for trials or ended.
   */
  public boolean toldAgain() {
    if (sessions.isEmpty() || trials.isEmpty()) {
      return false;
    }
    StoredSession last = sessions.get(sessions.size() - 1);
    return last.endedAt() != null
        || trials.get(trials.size() - 1).askedAt().isAfter(last.startedAt());
  }

  /** Returns true if another state is one of the same study, and not of one in its place. */
  public boolean isSameStudy(StudyDescription other) {
    return description.name().equals(other.name())
        && description.seed() == other.seed()
        && description.createdAt().equals(other.createdAt());
  }

  /** Returns the finished trials and the diagnostics of the controller. */
  public StudyHistory history() {
    return new StudyHistory(description.objectives(), results(), diagnostics);
  }
}
