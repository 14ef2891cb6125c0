package org.espalier.nas.engine.stopping;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.metric.Goal;

/**
 * A metric of a trial over its epochs, as a score to maximise. Values that are not finite count as
 * measured, and are NaN.
 */
final class Curve {

  private final int[] steps;
  private final double[] scores;
  private final double[] bests;
  private final double[] means;

  private Curve(int[] steps, double[] scores) {
    this.steps = steps;
    this.scores = scores;
    this.bests = new double[steps.length];
    this.means = new double[steps.length];
    double best = Double.NaN;
    double sum = 0;
    int finite = 0;
    for (int i = 0; i < steps.length; i++) {
      double score = scores[i];
      if (!Double.isNaN(score)) {
        best = Double.isNaN(best) ? score : Math.max(best, score);
        sum += score;
        finite++;
      }
      bests[i] = best;
      means[i] = finite == 0 ? Double.NaN : sum / finite;
    }
  }

  /** Returns the steps at which the metric was measured. */
  static Curve of(List<Measurement> measurements, String metric, Goal goal) {
    int[] steps = new int[measurements.size()];
    double[] scores = new double[measurements.size()];
    int size = 0;
    for (Measurement measurement : measurements) {
      OptionalDouble value = measurement.metric(metric);
      if (value.isPresent()) {
        double score = goal.score(metric, value.getAsDouble());
        steps[size] = measurement.step();
        scores[size++] = Double.isFinite(score) ? score : Double.NaN;
      }
    }
    return new Curve(Arrays.copyOf(steps, size), Arrays.copyOf(scores, size));
  }

  /** Returns the number of measurements. */
  int size() {
    return steps.length;
  }

  /** Returns the last step at which the metric was measured; 0 if there is none. */
  int lastStep() {
    return steps.length == 0 ? 0 : steps[steps.length - 1];
  }

  /** Returns the step before the last one; 0 if there is none. */
  int stepBeforeLast() {
    return steps.length < 2 ? 0 : steps[steps.length - 2];
  }

  /** Returns the steps at which the metric was measured and finite. */
  double[] finiteSteps() {
    int size = 0;
    double[] finite = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      if (!Double.isNaN(scores[i])) {
        finite[size++] = steps[i];
      }
    }
    return Arrays.copyOf(finite, size);
  }

  /** Returns the scores at the {@link #finiteSteps}. */
  double[] finiteScores() {
    return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray();
  }

  /** Returns the score at the last step. */
  double last() {
    return steps.length == 0 ? Double.NaN : scores[steps.length - 1];
  }

  /** Returns the last finite score; NaN if there is none. */
  double lastFinite() {
    int i = steps.length - 1;
    while (i >= 0 && Double.isNaN(scores[i])) {
      i--;
    }
    return i < 0 ? Double.NaN : scores[i];
  }

  /**
   * Returns the score at this step or the first one after it; NaN if the trial did not reach it.
   */
  double at(int step) {
    int i = Arrays.binarySearch(steps, step);
    int place = i < 0 ? -i - 1 : i;
    return place == steps.length ? Double.NaN : scores[place];
  }

  /** Returns the best score up to this step; NaN if there is none. */
  double bestUntil(int step) {
    int i = lastIndexUntil(step);
    return i < 0 ? Double.NaN : bests[i];
  }

  /** Returns the mean score up to this step; NaN if there is none. */
  double meanUntil(int step) {
    int i = lastIndexUntil(step);
    return i < 0 ? Double.NaN : means[i];
  }

  private int lastIndexUntil(int step) {
    int i = Arrays.binarySearch(steps, step);
    return i < 0 ? -i - 2 : i;
  }
}
