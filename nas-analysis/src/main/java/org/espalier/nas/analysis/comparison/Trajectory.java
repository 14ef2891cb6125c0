package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How good the incumbents of one search are, after whatever it had spent. */
final class Trajectory {

  private final double[] costs;
  private final double[] qualities;
  private final double spent;

  private Trajectory(double[] costs, double[] qualities, double spent) {
    this.costs = costs;
    this.qualities = qualities;
    this.spent = spent;
  }

  /** Follows the trials of a search of a problem, which says what they cost. */
  static Trajectory of(List<TrialPoint> trials, ProblemRecord problem) {
    double[] costs = new double[trials.size()];
    double[] qualities = new double[trials.size()];
    Iterator<TrialPoint> incumbents = Incumbents.of(trials).iterator();
    TrialPoint next = incumbents.hasNext() ? incumbents.next() : null;
    int steps = 0;
    double raw = 0;
    for (TrialPoint trial : trials) {
      raw += problem.cost().raw(trial);
      if (trial.equals(next)) {
        costs[steps] = raw / problem.unit();
        qualities[steps++] = quality(trial);
        next = incumbents.hasNext() ? incumbents.next() : null;
      }
    }
    return new Trajectory(
        Arrays.copyOf(costs, steps), Arrays.copyOf(qualities, steps), raw / problem.unit());
  }

  private static double quality(TrialPoint incumbent) {
    Double score = incumbent.score();
    return score != null ? score : Objects.requireNonNull(incumbent.reward());
  }

  /** What is known of a trial's worth: its reward if it did not fail. */
  static @Nullable Double reward(TrialPoint trial) {
    Double reward = trial.reward();
    return reward != null && Double.isFinite(reward) ? reward : null;
  }

  /** Whether no trial succeeded. */
  boolean isEmpty() {
    return costs.length == 0;
  }

  /** The quality of the last incumbent; there must be one. */
  double last() {
    return qualities[qualities.length - 1];
  }

  /** What the search spent. */
  double spent() {
    return spent;
  }

  /** The cost of the first incumbent; there must be one. */
  double start() {
    return costs[0];
  }

  /** Whether all incumbents came after whole costs, and so did the end. */
  boolean isWhole() {
    return spent == Math.rint(spent)
        && Arrays.stream(costs).allMatch(cost -> cost == Math.rint(cost));
  }

  /** The incumbents' qualities after each cost, NaN before there is one. */
  double[] along(double[] grid) {
    double[] along = new double[grid.length];
    int next = 0;
    double quality = Double.NaN;
    for (int i = 0; i < grid.length; i++) {
      while (next < costs.length && costs[next] <= grid[i]) {
        quality = qualities[next++];
      }
      along[i] = quality;
    }
    return along;
  }

  /** The cost after which an incumbent was first at least so good; infinite if none was. */
  double costTo(double target) {
    for (int i = 0; i < costs.length; i++) {
      if (qualities[i] >= target) {
        return costs[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * The mean quality over the costs from 0 to the horizon.
   *
   * @param horizon at least what was spent
   * @param before what counts before the first incumbent
   */
  double mean(double horizon, double before) {
    if (horizon == 0) {
      return isEmpty() ? before : last();
    }
    double area = 0;
    double from = 0;
    double quality = before;
    for (int i = 0; i < costs.length; i++) {
      area += (costs[i] - from) * quality;
      from = costs[i];
      quality = qualities[i];
    }
    return (area + (horizon - from) * quality) / horizon;
  }
}
