package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.statistics.ChoiceFrequencies;
import org.espalier.nas.analysis.statistics.LayerFrequencies;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;

/**
 * The frequencies of options by decision, in windows of the trials, in the best tenth and in all.
 * Decisions that share their options stand in a map of their own.
 */
final class FrequencyView {

  private static final int MOST_WINDOWS = 12;
  private static final int LEAST_TRIALS = 10;
  private static final int MOST_OPTIONS = 24;

  private final List<LayerFrequencies> windows = new ArrayList<>();
  private final List<Map<String, Object>> ranges = new ArrayList<>();
  private final LayerFrequencies best;

  private FrequencyView(StoredStudy study) {
    List<TrialResult> results = study.results();
    List<Architecture> all = architectures(results);
    int count = Math.max(1, Math.min(MOST_WINDOWS, all.size() / LEAST_TRIALS));
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) all.size() * i / count);
      int to = (int) ((long) all.size() * (i + 1) / count);
      windows.add(LayerFrequencies.of(all.subList(from, to), all));
      ranges.add(
          Map.of(
              "first", results.get(from).trial().number(),
              "last", results.get(to - 1).trial().number(),
              "trials", to - from));
    }
    best = LayerFrequencies.of(architectures(Ranking.of(study.history()).bestTenth()), all);
  }

  static Map<String, Object> tree(StoredStudy study) {
    if (study.results().isEmpty()) {
      return Map.of("trials", 0);
    }
    FrequencyView view = new FrequencyView(study);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trials", view.best.all());
    tree.put("best", view.best.best());
    tree.put("windows", view.ranges);
    tree.put("maps", view.maps(ChoiceFrequencies.of(study.history()).groups()));
    return tree;
  }

  private static List<Architecture> architectures(List<TrialResult> results) {
    return results.stream().map(result -> result.trial().proposal().architecture()).toList();
  }

  private List<Map<String, Object>> maps(List<ChoiceFrequencies.Group> groups) {
    List<Map<String, Object>> maps = new ArrayList<>();
    Set<String> shared = new HashSet<>();
    for (ChoiceFrequencies.Group group : groups) {
      Set<String> decisions = new HashSet<>();
      group.rows().forEach(row -> decisions.add(row.decision()));
      shared.addAll(decisions);
      maps.add(map(decisions::contains, group.options()));
    }
    alike(best.positions().stream().filter(name -> !shared.contains(name)).toList())
        .forEach(decisions -> maps.add(map(decisions::contains, frequent(decisions))));
    return maps;
  }

  /**
   * Returns the decisions of which at least half of the options of one are among those of the
   * others in its set.
   */
  private List<Set<String>> alike(List<String> decisions) {
    List<Set<String>> sets = new ArrayList<>();
    List<Set<String>> options = new ArrayList<>();
    for (String decision : decisions) {
      Set<String> own = options(Set.of(decision));
      int set = 0;
      while (set < sets.size() && !overlap(own, options.get(set))) {
        set++;
      }
      if (set == sets.size()) {
        sets.add(new LinkedHashSet<>());
        options.add(new HashSet<>());
      }
      sets.get(set).add(decision);
      options.get(set).addAll(own);
    }
    return sets;
  }

  private static boolean overlap(Set<String> one, Set<String> other) {
    long common =
        one.stream().filter(other::contains).filter(o -> !o.equals(LayerFrequencies.ENDED)).count();
    return 2 * common >= Math.min(one.size(), other.size());
  }

  /** Returns the most frequent options of decisions, numbers and ranges of them in order. */
  private List<String> frequent(Set<String> decisions) {
    return options(decisions).stream()
        .limit(MOST_OPTIONS)
        .sorted(Comparator.comparingDouble(FrequencyView::number))
        .toList();
  }

  /** Returns the options of decisions, the most frequent first. */
  private Set<String> options(Set<String> decisions) {
    List<Integer> indices = positions(decisions::contains);
    return best.rows().stream()
        .filter(row -> indices.stream().anyMatch(index -> row.inAll().get(index) > 0))
        .map(LayerFrequencies.Row::layer)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns the number with which an option begins, or infinity. */
  private static double number(String option) {
    try {
      return Double.parseDouble(option.split(" to ", 2)[0]);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private List<Integer> positions(Predicate<String> wanted) {
    return IntStream.range(0, best.positions().size())
        .filter(index -> wanted.test(best.positions().get(index)))
        .boxed()
        .toList();
  }

  private Map<String, Object> map(Predicate<String> wanted, List<String> options) {
    List<Integer> indices = positions(wanted);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("positions", indices.stream().map(best.positions()::get).toList());
    map.put("options", options);
    map.put("all", matrix(best, indices, options, true));
    map.put("best", best.best() == 0 ? List.of() : matrix(best, indices, options, false));
    map.put(
        "windows",
        windows.stream().map(window -> matrix(window, indices, options, false)).toList());
    return map;
  }

  /** Returns the shares by option and position. */
  private static List<List<Double>> matrix(
      LayerFrequencies from, List<Integer> indices, List<String> options, boolean all) {
    Map<String, LayerFrequencies.Row> rows = new LinkedHashMap<>();
    from.rows().forEach(row -> rows.put(row.layer(), row));
    return options.stream()
        .map(
            option -> {
              LayerFrequencies.Row row = rows.get(option);
              return indices.stream()
                  .map(i -> row == null ? 0.0 : (all ? row.inAll() : row.inBest()).get(i))
                  .toList();
            })
        .toList();
  }
}
