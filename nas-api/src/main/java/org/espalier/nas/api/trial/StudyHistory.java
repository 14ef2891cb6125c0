package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The finished trials of a study and the diagnostics of its controller at one moment.
 *
 * @param results results of the finished trials, in the order of their numbers
 * @param diagnostics values that the controller reported after a tell, by name, for each number of
 *     a told trial
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record StudyHistory(
    List<TrialResult> results, SortedMap<Integer, Map<String, Double>> diagnostics) {

  /** Copies and sorts the results. */
  public StudyHistory {
    results =
        results.stream()
            .sorted(Comparator.comparingInt((TrialResult result) -> result.trial().number()))
            .toList();
    SortedMap<Integer, Map<String, Double>> copies = new TreeMap<>();
    diagnostics.forEach(
        (trial, values) -> copies.put(trial, Collections.unmodifiableMap(new TreeMap<>(values))));
    diagnostics = Collections.unmodifiableSortedMap(copies);
  }

  /** Returns the results of trials that did not fail. */
  public List<TrialResult> succeeded() {
    return results.stream().filter(TrialResult::succeeded).toList();
  }

  /** Returns the results of failed trials. */
  public List<TrialResult> failed() {
    return results.stream().filter(result -> !result.succeeded()).toList();
  }

  /** Returns the epochs that early stopping saved. */
  public StoppingSavings savings() {
    return StoppingSavings.of(results);
  }
}
