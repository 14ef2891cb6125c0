package org.espalier.nas.analysis.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.objective.CrowdingDistance;
import org.espalier.nas.api.objective.NonDominatedSorting;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Trials, best first: in descending order of reward, or, if they have several objectives instead,
 * front by front. The first is the knee of the front, and trials of equal rank are in descending
 * order of their crowding distance, as in NSGA-II (Deb et al. 2002). Equal trials are in the order
 * of their numbers.
 *
 * @param results results that did not fail
 */
public record Ranking(List<TrialResult> results) {

  private static final Comparator<TrialResult> BEST_FIRST =
      Comparator.comparingDouble((TrialResult result) -> -result.reward().orElseThrow())
          .thenComparingInt(result -> result.trial().number());

  /** Copies. */
  public Ranking {
    results = List.copyOf(results);
  }

  /** Returns the ranking of the trials that did not fail. */
  public static Ranking of(StudyHistory history) {
    return history.several()
        ? ofFronts(history)
        : new Ranking(history.succeeded().stream().sorted(BEST_FIRST).toList());
  }

  private static Ranking ofFronts(StudyHistory history) {
    List<Objective> objectives = history.objectives();
    List<TrialResult> results = history.succeeded();
    List<double[]> losses =
        results.stream().map(result -> TrialFront.losses(objectives, result)).toList();
    NonDominatedSorting sorting = NonDominatedSorting.of(losses);
    double[] crowding = CrowdingDistance.of(losses, sorting);
    int first = incumbent(history).map(results::indexOf).orElse(-1);
    return new Ranking(
        IntStream.range(0, results.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer index) -> index != first)
                    .thenComparingInt(sorting::rank)
                    .thenComparingDouble(index -> -crowding[index]))
            .map(results::get)
            .toList());
  }

  /**
   * Returns the trial to take where one is needed: the one with the highest reward; of several
   * objectives, the knee of the front, or the best of the first objective if the front has none.
   *
   * @return empty if all trials failed
   */
  public static Optional<TrialResult> incumbent(StudyHistory history) {
    return history.several()
        ? TrialFront.of(history.objectives(), history.results()).compromise()
        : of(history).top(1).stream().findFirst();
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
   * Returns the mean reward of results; empty if none has a reward.
   *
   * @param results results, of which those without reward are left out
   */
  public static OptionalDouble meanReward(List<TrialResult> results) {
    return results.stream()
        .map(TrialResult::reward)
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }
}
