package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.run.RunStatus;

/**
 * The result of a search.
 *
 * @param name the name of the search
 * @param folder the run's folder; empty if the search was kept in memory
 * @param status {@link RunStatus#FINISHED} if the search reached its end
 * @param objectives the stated objectives; empty if the reward is the only one
 * @param trials all finished trials, in the order of their numbers
 * @param steering the commands of people that the search has taken, in order
 */
public record SearchResult(
    String name,
    Optional<Path> folder,
    RunStatus status,
    List<Objective> objectives,
    List<TrialResult> trials,
    List<SteeringEvent> steering) {

  /** Copies. */
  public SearchResult {
    Objects.requireNonNull(name);
    Objects.requireNonNull(folder);
    Objects.requireNonNull(status);
    objectives = List.copyOf(objectives);
    trials = List.copyOf(trials);
    steering = List.copyOf(steering);
  }

  /**
   * Returns the trials that no other dominates, sorted by the first objective; empty if the search
   * states no objectives or all trials failed.
   */
  public TrialFront front() {
    return TrialFront.of(objectives, trials);
  }

  /**
   * Returns the trial with the highest reward, the earlier of equal ones; empty if all failed or
   * have several objectives instead of a reward, of which {@link #front} has the best.
   */
  public Optional<TrialResult> best() {
    return best(1).stream().findFirst();
  }

  /** Returns the trials with the highest rewards, best first; of equal ones the earlier first. */
  public List<TrialResult> best(int count) {
    Comparator<TrialResult> byReward =
        Comparator.comparingDouble(result -> -result.reward().orElseThrow());
    return trials.stream()
        .filter(result -> result.reward().isPresent())
        .sorted(byReward.thenComparing(result -> result.trial().number()))
        .limit(count)
        .toList();
  }

  /** Returns the trials that failed, whose outcomes give the causes. */
  public List<TrialResult> failures() {
    return trials.stream().filter(result -> result.outcome() instanceof Outcome.Failed).toList();
  }

  /**
   * Returns everything about the trials that the same seed and commands give again; equal for equal
   * searches.
   */
  public Ledger ledger() {
    return Ledger.of(trials, steering);
  }
}
