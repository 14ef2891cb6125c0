package org.espalier.nas.analysis.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nemenyi's test of all pairs of treatments after Friedman's (Nemenyi 1963, as in Demšar 2006,
 * section 3.2.2); the numbers of {@code scikit_posthocs.posthoc_nemenyi_friedman}.
 *
 * @param ranks the ranks whose means are compared
 */
public record Nemenyi(Friedman ranks) {

  /** Returns the critical difference of mean ranks: q_α / √2 · √(k (k + 1) / (6 N)). */
  public double criticalDifference(double alpha) {
    return distribution().critical(alpha) / Math.sqrt(2) * error();
  }

  /** The probability of mean ranks so far apart, for two treatments by their positions. */
  public double p(int first, int second) {
    double apart = Math.abs(ranks.meanRanks().get(first) - ranks.meanRanks().get(second)) / error();
    return Math.max(0, 1 - distribution().cumulative(apart * Math.sqrt(2)));
  }

  /**
   * The largest groups of at least two treatments whose mean ranks all lie closer together than the
   * critical difference, by positions, the lowest mean rank first.
   */
  public List<List<Integer>> groups(double alpha) {
    List<Double> means = ranks.meanRanks();
    double critical = criticalDifference(alpha);
    List<Integer> order =
        IntStream.range(0, means.size())
            .boxed()
            .sorted(Comparator.comparingDouble(means::get))
            .toList();
    List<List<Integer>> groups = new ArrayList<>();
    int reached = 0;
    for (int from = 0; from < means.size(); from++) {
      int to = Math.max(reached, from + 1);
      while (to < means.size()
          && means.get(order.get(to)) - means.get(order.get(from)) < critical) {
        to++;
      }
      if (to > reached && to > from + 1) {
        groups.add(List.copyOf(order.subList(from, to)));
      }
      reached = to;
    }
    return groups;
  }

  private StudentizedRange distribution() {
    return new StudentizedRange(ranks.meanRanks().size());
  }

  private double error() {
    double treatments = ranks.meanRanks().size();
    return Math.sqrt(treatments * (treatments + 1) / (6.0 * ranks.blocks()));
  }
}
