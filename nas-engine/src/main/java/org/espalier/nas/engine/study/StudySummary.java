package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Result of a study, and times of its last session.
 *
 * @param ending reason of its end
 * @param results all finished trials, those of earlier sessions included, by number
 * @param waiting number of trials proposed and not finished
 * @param evaluated number of trials evaluated in this session
 * @param workers number of workers
 * @param wallClock duration of this session
 * @param phases the time of this session's trials by phase, summed over the workers
 * @param controller the time spent in the controller, asking and telling
 * @param store the time spent in writing to the store, summed over all threads
 */
public record StudySummary(
    StudyEnd ending,
    List<TrialResult> results,
    int waiting,
    int evaluated,
    int workers,
    Duration wallClock,
    Map<Phase, Duration> phases,
    Duration controller,
    Duration store) {

  /** Checks and copies. */
  public StudySummary {
    Objects.requireNonNull(ending);
    results = List.copyOf(results);
    Map<Phase, Duration> byPhase = new EnumMap<>(Phase.class);
    byPhase.putAll(phases);
    phases = Collections.unmodifiableMap(byPhase);
  }

  /** Returns true if the study was interrupted. */
  public boolean interrupted() {
    return ending == StudyEnd.INTERRUPTED;
  }

  /** Number of trials that used their whole fidelity. */
  public int completed() {
    return count(Outcome.Completed.class);
  }

  /** Number of trials that a stopping rule ended. */
  public int stopped() {
    return count(Outcome.Stopped.class);
  }

  /** Number of failed trials, without infeasible ones. */
  public int failed() {
    return count(Outcome.Failed.class) - infeasible();
  }

  /** Number of trials that violate a constraint. */
  public int infeasible() {
    return (int) results.stream().filter(TrialResult::infeasible).count();
  }

  /** The epochs trained in all trials together. */
  public long trainedEpochs() {
    return results.stream().mapToLong(TrialResult::trainedEpochs).sum();
  }

  /** The epochs that were not trained again because trials continued others. */
  public long savedEpochs() {
    return results.stream().mapToLong(TrialResult::continuedEpochs).sum();
  }

  /** Training that the stopping rule saved. */
  public StoppingSavings savings() {
    return StoppingSavings.of(results);
  }

  private int count(Class<? extends Outcome> kind) {
    return (int) results.stream().map(TrialResult::outcome).filter(kind::isInstance).count();
  }

  /** The results with the highest rewards, best first; of equal ones the earlier first. */
  public List<TrialResult> best(int count) {
    Comparator<TrialResult> byReward =
        Comparator.comparingDouble(result -> -result.reward().orElseThrow());
    return results.stream()
        .filter(result -> result.reward().isPresent())
        .sorted(byReward.thenComparing(result -> result.trial().number()))
        .limit(count)
        .toList();
  }

  /** Trials evaluated in a second of this session. */
  public double trialsPerSecond() {
    return evaluated / Math.max(1e-9, wallClock.toNanos() / 1e9);
  }

  /** The time for which workers had nothing to evaluate, summed over the workers. */
  public Duration idle() {
    Duration busy = phases.values().stream().reduce(Duration.ZERO, Duration::plus);
    Duration idle = wallClock.multipliedBy(workers).minus(busy);
    return idle.isNegative() ? Duration.ZERO : idle;
  }
}
