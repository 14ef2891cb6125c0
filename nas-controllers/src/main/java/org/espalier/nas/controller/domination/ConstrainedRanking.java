package org.espalier.nas.controller.domination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.CrowdingDistance;
import org.espalier.nas.api.objective.NonDominatedSorting;

/**
 * Total order of trials by constrained domination and crowding (Deb et al. 2002, sections III-C and
 * VI-A).
 *
 * <p>Feasible trials come first, by the number of their front and within a front by falling
 * crowding distance; then infeasible ones by rising violation, and last those that failed. Of equal
 * ones the first comes first, so that trials of one objective are ordered by it.
 */
public final class ConstrainedRanking {
  private final int[] ranks;
  private final double[] crowding;

  private ConstrainedRanking(int[] ranks, double[] crowding) {
    this.ranks = ranks;
    this.crowding = crowding;
  }

  /**
   * Ranks trials.
   *
   * @param qualities all of which have as many losses if they are feasible
   */
  public static ConstrainedRanking of(Collection<TrialQuality> qualities) {
    List<TrialQuality> all = List.copyOf(qualities);
    int[] feasible = IntStream.range(0, all.size()).filter(i -> all.get(i).isFeasible()).toArray();
    List<double[]> losses = new ArrayList<>();
    for (int index : feasible) {
      losses.add(all.get(index).vector());
    }
    NonDominatedSorting sorting = NonDominatedSorting.of(losses);
    double[] distances = CrowdingDistance.of(losses, sorting);
    int[] ranks = new int[all.size()];
    double[] crowding = new double[all.size()];
    for (int i = 0; i < feasible.length; i++) {
      ranks[feasible[i]] = sorting.rank(i);
      crowding[feasible[i]] = distances[i];
    }
    rankOthers(all, sorting.fronts().size(), ranks);
    return new ConstrainedRanking(ranks, crowding);
  }

  private static void rankOthers(List<TrialQuality> all, int fronts, int[] ranks) {
    TreeSet<Double> violations = new TreeSet<>();
    all.stream().map(TrialQuality::violation).filter(amount -> amount > 0).forEach(violations::add);
    List<Double> rising = List.copyOf(violations);
    for (int i = 0; i < ranks.length; i++) {
      if (!all.get(i).isFeasible()) {
        ranks[i] = fronts + rising.indexOf(all.get(i).violation());
      }
    }
  }

  /** Returns the number of the front of a trial, from 0. */
  public int rank(int index) {
    return ranks[index];
  }

  /** Compares two trials by their indices; negative if the first is better. */
  public int compare(int one, int other) {
    int byRank = Integer.compare(ranks[one], ranks[other]);
    if (byRank != 0) {
      return byRank;
    }
    int byCrowding = Double.compare(crowding[other], crowding[one]);
    return byCrowding != 0 ? byCrowding : Integer.compare(one, other);
  }

  /** Returns the indices of all trials, the best first. */
  public List<Integer> bestFirst() {
    return IntStream.range(0, ranks.length).boxed().sorted(this::compare).toList();
  }

  /**
   * Returns the index of the best trial.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public int best() {
    return IntStream.range(0, ranks.length).boxed().min(this::compare).orElseThrow();
  }
}
