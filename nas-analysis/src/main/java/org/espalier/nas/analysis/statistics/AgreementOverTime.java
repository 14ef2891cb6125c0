package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.statistics.Agreement.Pair;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The agreement of predicted and actual rewards during a search.
 *
 * @param pairs predictions with their rewards, in the order of the trials
 * @param points agreement after up to {@value #MOST_POINTS} of the trials, the last one included
 */
public record AgreementOverTime(List<Pair> pairs, List<Point> points) {

  /** Number of predictions in the moving window. */
  public static final int WINDOW = 20;

  /** Resolution of the plot. */
  static final int MOST_POINTS = 200;

  private static final int FEWEST_PAIRS = 5;

  /**
   * The agreement after a trial.
   *
   * @param trial number of the trial
   * @param sinceStart agreement of all predictions up to the trial
   * @param recent agreement of the last {@value #WINDOW} predictions
   */
  public record Point(int trial, Agreement sinceStart, Agreement recent) {}

  /** Copies. */
  public AgreementOverTime {
    pairs = List.copyOf(pairs);
    points = List.copyOf(points);
  }

  /** Returns the agreement of the trials that have a prediction and a reward. */
  public static AgreementOverTime of(StudyHistory history) {
    return of(pairs(history));
  }

  /** Returns the trials that have a prediction and a reward. */
  public static List<Pair> pairs(StudyHistory history) {
    return history.succeeded().stream()
        .filter(AgreementOverTime::isPredicted)
        .map(
            result ->
                new Pair(
                    result.trial().number(),
                    result.trial().proposal().predictedReward().orElseThrow(),
                    result.reward().orElseThrow()))
        .toList();
  }

  /** Returns the agreement of pairs in the order of the trials. */
  public static AgreementOverTime of(List<Pair> pairs) {
    int count = pairs.size();
    int stride = 1 + count / (MOST_POINTS + 1);
    List<Point> points = new ArrayList<>();
    for (int end = FEWEST_PAIRS; end <= count; end++) {
      if ((count - end) % stride == 0) {
        points.add(
            new Point(
                pairs.get(end - 1).trial(),
                Agreement.of(pairs.subList(0, end)),
                Agreement.of(pairs.subList(Math.max(0, end - WINDOW), end))));
      }
    }
    return new AgreementOverTime(pairs, points);
  }

  /** Returns the agreement of all pairs. */
  public Agreement overall() {
    return Agreement.of(pairs);
  }

  private static boolean isPredicted(TrialResult result) {
    return result.reward().isPresent()
        && result.trial().proposal().predictedReward().stream().anyMatch(Double::isFinite);
  }
}
