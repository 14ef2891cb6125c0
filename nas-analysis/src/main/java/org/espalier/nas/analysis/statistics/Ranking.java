package org.espalier.nas.analysis.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The trials from the best reward to the worst, equal ones in the order of their numbers.
 *
 * @param results those that have a reward
 */
public record Ranking(List<TrialResult> results) {

  private static final Comparator<TrialResult> BEST_FIRST =
      Comparator.comparingDouble((TrialResult result) -> -result.reward().orElseThrow())
          .thenComparingInt(result -> result.trial().number());

  /** Copies. */
  public Ranking {
    results = List.copyOf(results);
  }

  /** Ranks the trials of a run. */
  public static Ranking of(RunRecord run) {
    return new Ranking(run.succeeded().stream().sorted(BEST_FIRST).toList());
  }

  /** The first {@code count}, or all if there are fewer. */
  public List<TrialResult> top(int count) {
    return results.subList(0, Math.min(count, results.size()));
  }

  /** The best tenth, rounded up. */
  public List<TrialResult> bestTenth() {
    return top((results.size() + 9) / 10);
  }

  /**
   * The mean reward of results; empty if there are none.
   *
   * @param results all with a reward
   */
  public static OptionalDouble meanReward(List<TrialResult> results) {
    return results.stream().mapToDouble(result -> result.reward().orElseThrow()).average();
  }
}
