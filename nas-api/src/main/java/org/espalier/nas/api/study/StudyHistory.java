package org.espalier.nas.api.study;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The finished trials of a study and the diagnostics of its controller at one moment.
 *
 * @param objectives the stated objectives; empty if the reward is the only one
 * @param results results of the finished trials, in the order of their numbers
 * @param diagnostics values that the controller reported after a tell, by name, for each number of
 *     a told trial
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record StudyHistory(
    List<Objective> objectives,
    List<TrialResult> results,
    SortedMap<Integer, Map<String, Double>> diagnostics) {

  /** Copies and sorts the results. */
  public StudyHistory {
    objectives = List.copyOf(objectives);
    results =
        results.stream()
            .sorted(Comparator.comparingInt((TrialResult result) -> result.trial().number()))
            .toList();
    SortedMap<Integer, Map<String, Double>> copies = new TreeMap<>();
    diagnostics.forEach(
        (trial, values) -> copies.put(trial, Collections.unmodifiableMap(new TreeMap<>(values))));
    diagnostics = Collections.unmodifiableSortedMap(copies);
  }

  /** Creates the history of a study without stated objectives. */
  public StudyHistory(
      List<TrialResult> results, SortedMap<Integer, Map<String, Double>> diagnostics) {
    this(List.of(), results, diagnostics);
  }

  /** Returns true if trials have several objectives, and no scalarisation makes one reward. */
  public boolean several() {
    return objectives.size() > 1
        && results.stream().noneMatch(result -> result.reward().isPresent());
  }

  /** Returns the results of trials that did not fail. */
  public List<TrialResult> succeeded() {
    return results.stream().filter(TrialResult::succeeded).toList();
  }

  /** Returns the results of failed trials, without infeasible ones. */
  public List<TrialResult> failed() {
    return results.stream().filter(result -> !result.succeeded() && !result.infeasible()).toList();
  }

  /** Returns the results of trials that violate a constraint. */
  public List<TrialResult> infeasible() {
    return results.stream().filter(TrialResult::infeasible).toList();
  }

  /** Returns the epochs that early stopping saved. */
  public StoppingSavings savings() {
    return StoppingSavings.of(results);
  }
}
