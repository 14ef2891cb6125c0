package org.espalier.nas.analysis.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.study.StudyHistory;

/**
 * The frequencies of options by decision over a search, for decisions that share their options,
 * such as the operations of a cell.
 *
 * @param groups the groups of decisions that share their options, in the order of the decisions
 * @param all number of trials
 * @param last number of trials in the last quarter, rounded up
 */
public record ChoiceFrequencies(List<Group> groups, int all, int last) {
  private static final int LEAST_DECISIONS = 2;
  private static final int MOST_OPTIONS = 20;

  /** Copies. */
  public ChoiceFrequencies {
    groups = List.copyOf(groups);
  }

  /**
   * Decisions that share their options.
   *
   * @param options labels of the options in the order of their numbers, except for those that no
   *     trial has
   * @param rows the decisions
   */
  public record Group(List<String> options, List<Row> rows) {
    /** Copies. */
    public Group {
      options = List.copyOf(options);
      rows = List.copyOf(rows);
    }

    /** Returns the shares of the options in all decisions together. */
    public Row total() {
      return Row.of("all decisions", rows.stream().flatMap(row -> row.tallies.stream()).toList());
    }
  }

  /**
   * The frequencies of the options at a decision.
   *
   * @param decision name of the decision
   * @param tallies number of times that an option was chosen, one entry an option and decision
   */
  public record Row(String decision, List<Tally> tallies) {
    /** Copies. */
    public Row {
      tallies = List.copyOf(tallies);
    }

    private static Row of(String decision, List<Tally> several) {
      Map<String, Tally> sums = new HashMap<>();
      several.forEach(tally -> sums.merge(tally.option(), tally, Tally::plus));
      return new Row(decision, List.copyOf(sums.values()));
    }

    /** Returns the share of an option in all trials that made the decision, in [0, 1]. */
    public double inAll(String option) {
      int made = tallies.stream().mapToInt(Tally::all).sum();
      int chosen = tallies.stream().filter(is(option)).mapToInt(Tally::all).sum();
      return made == 0 ? 0 : (double) chosen / made;
    }

    /**
     * Returns the share of an option in the trials of the last quarter that made the decision, in
     * [0, 1].
     */
    public double inLast(String option) {
      int made = tallies.stream().mapToInt(Tally::last).sum();
      int chosen = tallies.stream().filter(is(option)).mapToInt(Tally::last).sum();
      return made == 0 ? 0 : (double) chosen / made;
    }

    private static Predicate<Tally> is(String option) {
      return tally -> tally.option().equals(option);
    }
  }

  /**
   * Number of times that an option was chosen.
   *
   * @param option label of the option
   * @param all number in all trials
   * @param last number in the last quarter of the trials
   */
  public record Tally(String option, int all, int last) {
    private Tally plus(Tally other) {
      return new Tally(option, all + other.all, last + other.last);
    }
  }

  /** Returns the frequencies in the trials of a run, failed ones included. */
  public static ChoiceFrequencies of(StudyHistory history) {
    return of(
        history.results().stream()
            .map(result -> result.trial().proposal().architecture())
            .toList());
  }

  /**
   * Returns the frequencies in architectures. Decisions share their options if no number stands for
   * different options in them, and if at least half of the options of a decision are among those of
   * the group.
   *
   * @param architectures the architectures in the order of the trials
   */
  public static ChoiceFrequencies of(List<Architecture> architectures) {
    int first = architectures.size() - (architectures.size() + 3) / 4;
    Map<String, DecisionCounts> decisions = new LinkedHashMap<>();
    for (int i = 0; i < architectures.size(); i++) {
      for (Choice choice : architectures.get(i).choices()) {
        if (choice instanceof Choice.Option option) {
          decisions.computeIfAbsent(option.decision(), DecisionCounts::new).add(option, i >= first);
        }
      }
    }
    return new ChoiceFrequencies(
        groups(List.copyOf(decisions.values())),
        architectures.size(),
        architectures.size() - first);
  }

  private static List<Group> groups(List<DecisionCounts> decisions) {
    List<List<DecisionCounts>> shared = new ArrayList<>();
    List<Map<Integer, String>> options = new ArrayList<>();
    for (DecisionCounts decision : decisions) {
      int group = 0;
      while (group < shared.size() && !decision.shares(options.get(group))) {
        group++;
      }
      if (group == shared.size()) {
        shared.add(new ArrayList<>());
        options.add(new TreeMap<>());
      }
      shared.get(group).add(decision);
      options.get(group).putAll(decision.options);
    }
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      int count = options.get(i).size();
      if (shared.get(i).size() >= LEAST_DECISIONS && count > 1 && count <= MOST_OPTIONS) {
        groups.add(
            new Group(
                List.copyOf(options.get(i).values()),
                shared.get(i).stream().map(DecisionCounts::row).toList()));
      }
    }
    return groups;
  }

  /** The options of a decision that occur, and their numbers. */
  private static final class DecisionCounts {
    private final String name;
    private final Map<Integer, String> options = new TreeMap<>();
    private final Map<Integer, Tally> tallies = new TreeMap<>();

    DecisionCounts(String name) {
      this.name = name;
    }

    void add(Choice.Option option, boolean last) {
      options.put(option.index(), option.label());
      tallies.merge(option.index(), new Tally(option.label(), 1, last ? 1 : 0), Tally::plus);
    }

    boolean shares(Map<Integer, String> others) {
      long equal = 0;
      for (Map.Entry<Integer, String> option : options.entrySet()) {
        String other = others.get(option.getKey());
        if (other == null
            ? others.containsValue(option.getValue())
            : !other.equals(option.getValue())) {
          return false;
        }
        equal += other == null ? 0 : 1;
      }
      return 2 * equal >= Math.min(options.size(), others.size());
    }

    Row row() {
      return new Row(name, List.copyOf(tallies.values()));
    }
  }
}
