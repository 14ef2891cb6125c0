package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Agreement.Pair;
import org.espalier.nas.api.trial.TrialResult;

/**
 * How the agreement of predictions with rewards changes during a search.
 *
 * @param pairs all predictions with their rewards, in the order of the trials
 * @param points the agreement at up to {@value #MOST_POINTS} moments, the last one included
 */
public record AgreementOverTime(List<Pair> pairs, List<Point> points) {

  /** How many predictions the moving window holds. */
  public static final int WINDOW = 20;

  /** More moments would cost time and show nothing more. */
  static final int MOST_POINTS = 200;

  private static final int FEWEST_PAIRS = 5;

  /**
   * The agreement at one moment.
   *
   * @param trial after the trial of this number
   * @param sinceStart over all predictions until then
   * @param recent over the last {@value #WINDOW} of them
   */
  public record Point(int trial, Agreement sinceStart, Agreement recent) {}

  /** Copies. */
  public AgreementOverTime {
    pairs = List.copyOf(pairs);
    points = List.copyOf(points);
  }

  /** Compares predicted and real rewards of the trials that have both. */
  public static AgreementOverTime of(RunRecord run) {
    return of(pairs(run));
  }

  /** The trials of a run that have both a prediction and a reward. */
  public static List<Pair> pairs(RunRecord run) {
    return run.succeeded().stream()
        .filter(AgreementOverTime::isPredicted)
        .map(
            result ->
                new Pair(
                    result.trial().number(),
                    result.trial().proposal().predictedReward().orElseThrow(),
                    result.reward().orElseThrow()))
        .toList();
  }

  /** Compares pairs given in the order of the trials. */
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

  /** The agreement over the whole search. */
  public Agreement overall() {
    return Agreement.of(pairs);
  }

  private static boolean isPredicted(TrialResult result) {
    return result.trial().proposal().predictedReward().stream().anyMatch(Double::isFinite);
  }
}
