package org.espalier.nas.analysis.sharing;

import java.time.Duration;
import java.util.List;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The cost of trials under sharing and of stand-alone trainings.
 *
 * @param trials number of trials of the search
 * @param trainings number of stand-alone trainings
 * @param epochsPerTrial mean epochs that a trial of the search trained; NaN without trials
 * @param epochsPerTraining mean epochs of a stand-alone training; NaN without trainings
 * @param secondsPerTrial mean seconds of a trial, which differ from run to run
 * @param secondsPerTraining mean seconds of a stand-alone training
 */
public record AuditCost(
    int trials,
    int trainings,
    double epochsPerTrial,
    double epochsPerTraining,
    double secondsPerTrial,
    double secondsPerTraining) {

  private static final double NANOS = 1e9;

  /** Returns the cost of a search and of the trainings of its audit. */
  public static AuditCost of(List<TrialResult> search, List<TrialResult> trainings) {
    return new AuditCost(
        search.size(),
        trainings.size(),
        epochs(search),
        epochs(trainings),
        seconds(search),
        seconds(trainings));
  }

  /**
   * Returns the share of epochs that sharing saves, at most 1; negative if it costs more, NaN if it
   * is not known.
   */
  public double savedEpochs() {
    return 1 - epochsPerTrial / epochsPerTraining;
  }

  private static double epochs(List<TrialResult> results) {
    return results.stream().mapToLong(TrialResult::trainedEpochs).average().orElse(Double.NaN);
  }

  private static double seconds(List<TrialResult> results) {
    return results.stream()
        .mapToDouble(
            result ->
                result.outcome().account().times().values().stream()
                        .reduce(Duration.ZERO, Duration::plus)
                        .toNanos()
                    / NANOS)
        .average()
        .orElse(Double.NaN);
  }
}
