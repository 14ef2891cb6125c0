package org.espalier.nas.analysis.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.trial.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Trials in descending order of reward, equal ones in the order of their numbers.
 *
 * @param results results with a reward
 */
public record Ranking(List<TrialResult> results) {

  private static final Comparator<TrialResult> BEST_FIRST =
      Comparator.comparingDouble((TrialResult result) -> -result.reward().orElseThrow())
          .thenComparingInt(result -> result.trial().number());

  /** Copies. */
  public Ranking {
    results = List.copyOf(results);
  }

  /** Returns the ranking of the trials that have a reward. */
  public static Ranking of(StudyHistory history) {
    return new Ranking(history.succeeded().stream().sorted(BEST_FIRST).toList());
  }

  /** Returns the first {@code count} results, or all if there are fewer. */
  public List<TrialResult> top(int count) {
    return results.subList(0, Math.min(count, results.size()));
  }

  /** Returns the best tenth, rounded up. */
  public List<TrialResult> bestTenth() {
    return top((results.size() + 9) / 10);
  }

  /**
   * Returns the mean reward of results; empty if there are none.
   *
   * @param results results with a reward
   */
  public static OptionalDouble meanReward(List<TrialResult> results) {
    return results.stream().mapToDouble(result -> result.reward().orElseThrow()).average();
  }
}
