package org.espalier.nas.analysis.comparison;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The scores of the incumbents of one search as a function of cost. */
final class Trajectory {

  private final double[] costs;
  private final double[] scores;
  private final double spent;

  private Trajectory(double[] costs, double[] scores, double spent) {
    this.costs = costs;
    this.scores = scores;
    this.spent = spent;
  }

  /** Returns the trajectory of the trials of a search. */
  static Trajectory of(List<TrialPoint> trials, ProblemRecord problem) {
    double[] costs = new double[trials.size()];
    double[] scores = new double[trials.size()];
    Iterator<TrialPoint> incumbents = Incumbents.of(trials).iterator();
    TrialPoint next = incumbents.hasNext() ? incumbents.next() : null;
    int steps = 0;
    double raw = 0;
    for (TrialPoint trial : trials) {
      raw += problem.costUnit().raw(trial);
      if (trial.equals(next)) {
        costs[steps] = raw / problem.unit();
        scores[steps++] = score(trial);
        next = incumbents.hasNext() ? incumbents.next() : null;
      }
    }
    return new Trajectory(
        Arrays.copyOf(costs, steps), Arrays.copyOf(scores, steps), raw / problem.unit());
  }

  private static double score(TrialPoint incumbent) {
    Double score = incumbent.score();
    return score != null ? score : Objects.requireNonNull(incumbent.reward());
  }

  /** Returns the reward of a trial, or null if it failed. */
  static @Nullable Double reward(TrialPoint trial) {
    Double reward = trial.reward();
    return reward != null && Double.isFinite(reward) ? reward : null;
  }

  /** Returns true if no trial succeeded. */
  boolean isEmpty() {
    return costs.length == 0;
  }

  /** Returns the score of the last incumbent; there must be one. */
  double last() {
    return scores[scores.length - 1];
  }

  /** Returns the cost of the whole search. */
  double spent() {
    return spent;
  }

  /** Returns the cost of the first incumbent; there must be one. */
  double start() {
    return costs[0];
  }

  /** Returns true if the costs of all incumbents and of the whole search are integers. */
  boolean isWhole() {
    return spent == Math.rint(spent)
        && Arrays.stream(costs).allMatch(cost -> cost == Math.rint(cost));
  }

  /** Returns the score of the incumbent at each cost; NaN before the first incumbent. */
  double[] along(double[] grid) {
    double[] along = new double[grid.length];
    int next = 0;
    double score = Double.NaN;
    for (int i = 0; i < grid.length; i++) {
      while (next < costs.length && costs[next] <= grid[i]) {
        score = scores[next++];
      }
      along[i] = score;
    }
    return along;
  }

  /** Returns the cost of the first incumbent with at least this score; infinite without one. */
  double costTo(double target) {
    for (int i = 0; i < costs.length; i++) {
      if (scores[i] >= target) {
        return costs[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the mean score of the incumbent over the costs from 0 to a horizon.
   *
   * @param horizon at least the cost of the search
   * @param before score that counts before the first incumbent
   */
  double mean(double horizon, double before) {
    if (horizon == 0) {
      return isEmpty() ? before : last();
    }
    double area = 0;
    double from = 0;
    double score = before;
    for (int i = 0; i < costs.length; i++) {
      area += (costs[i] - from) * score;
      from = costs[i];
      score = scores[i];
    }
    return (area + (horizon - from) * score) / horizon;
  }
}
