package org.espalier.nas.analysis.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.espalier.nas.api.objective.KneePoint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Trials that no other trial dominates. Of trials with equal values, the earliest is a member.
 *
 * @param objectives the objectives
 * @param members the members, best first by the first objective, equal ones by the next; empty if
 *     no trial has values, or there are no objectives
 */
public record TrialFront(List<Objective> objectives, List<TrialResult> members) {
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  /** Copies. */
  public TrialFront {
    objectives = List.copyOf(objectives);
    members = List.copyOf(members);
  }

  /**
   * Returns the front of trials.
   *
   * @param results results in the order of their numbers; those without values are left out
   */
  public static TrialFront of(List<Objective> objectives, List<TrialResult> results) {
    List<TrialResult> valued =
        results.stream().filter(result -> !result.objectives().isEmpty()).toList();
    if (objectives.isEmpty() || valued.isEmpty()) {
      return new TrialFront(objectives, List.of());
    }
    List<double[]> losses = valued.stream().map(result -> losses(objectives, result)).toList();
    Set<List<Double>> seen = new HashSet<>();
    List<TrialResult> members = new ArrayList<>();
    for (int index : ParetoFront.of(losses)) {
      if (seen.add(valued.get(index).objectives())) {
        members.add(valued.get(index));
      }
    }
    members.sort(
        Comparator.comparing((TrialResult member) -> losses(objectives, member), Arrays::compare));
    return new TrialFront(objectives, members);
  }

  /** Returns the values of a trial as losses, of which less is better. */
  public static double[] losses(List<Objective> objectives, TrialResult result) {
    double[] losses = new double[objectives.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = objectives.get(i).loss(result.objectives().get(i));
    }
    return losses;
  }

  /** Returns the losses of the members, in their order. */
  public List<double[]> losses() {
    return members.stream().map(member -> losses(objectives, member)).toList();
  }

  /** Returns true if there is no member. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** Returns the number of members. */
  public int size() {
    return members.size();
  }

  /** Returns true if a trial is a member. */
  public boolean contains(TrialResult result) {
    return members.stream().anyMatch(member -> sameTrial(member, result));
  }

  /** Returns the knee; empty if the front has none. */
  public Optional<TrialResult> knee() {
    OptionalInt knee = KneePoint.of(losses());
    return knee.isPresent() ? Optional.of(members.get(knee.getAsInt())) : Optional.empty();
  }

  /**
   * Returns the member that is best in one objective, the first of equal ones.
   *
   * @param objective the index of the objective
   * @throws java.util.NoSuchElementException if the front is empty
   */
  public TrialResult end(int objective) {
    return members.stream()
        .min(Comparator.comparingDouble(member -> losses(objectives, member)[objective]))
        .orElseThrow();
  }

  /**
   * Returns the trial to take where one is needed: the knee, else the best by the first objective.
   */
  public Optional<TrialResult> compromise() {
    Optional<TrialResult> knee = knee();
    return knee.isPresent() ? knee : members.stream().findFirst();
  }

  /** Returns the names of a trial in the front: {@code knee}, {@code highest accuracy}. */
  public List<String> titles(TrialResult result) {
    List<String> titles = new ArrayList<>();
    if (knee().filter(knee -> sameTrial(knee, result)).isPresent()) {
      titles.add("knee");
    }
    for (int i = 0; !isEmpty() && i < objectives.size(); i++) {
      if (sameTrial(end(i), result)) {
        titles.add(extreme(objectives.get(i)));
      }
    }
    return titles;
  }

  /**
   * Returns at most so many members: those with names, and others at about equal distances.
   *
   * @param most at least the number of objectives and one
   */
  public List<TrialResult> selection(int most) {
    if (size() <= most) {
      return members;
    }
    SortedSet<Integer> indices = new TreeSet<>();
    for (int i = 0; i < size(); i++) {
      if (!titles(members.get(i)).isEmpty()) {
        indices.add(i);
      }
    }
    for (int i = 0; indices.size() < most; i++) {
      // Multiples of the golden ratio spread any number of indices evenly.
      indices.add((int) (size() * (i * GOLDEN_RATIO % 1)));
    }
    return indices.stream().map(members::get).toList();
  }

  /** Returns the best of an objective in words: {@code lowest parameters}. */
  public static String extreme(Objective objective) {
    return switch (objective.direction()) {
          case MAXIMIZE -> "highest ";
          case MINIMIZE -> "lowest ";
        }
        + objective.name();
  }

  private static boolean sameTrial(TrialResult first, TrialResult second) {
    return first.trial().number() == second.trial().number();
  }
}
