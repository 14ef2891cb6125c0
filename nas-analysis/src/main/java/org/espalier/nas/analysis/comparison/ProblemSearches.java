package org.espalier.nas.analysis.comparison;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The searches of one problem.
 *
 * @param problem the problem
 * @param byArm searches in the order of the seeds, by the name of the arm in the order of the file;
 *     arms without searches are missing, all arms if every search failed
 * @param lowest lowest score of a search that did not fail
 */
record ProblemSearches(
    ProblemRecord problem, Map<String, List<ScoredSearch>> byArm, double lowest) {

  ProblemSearches {
    byArm = Collections.unmodifiableMap(new LinkedHashMap<>(byArm));
  }

  static ProblemSearches of(ProblemRecord problem, ComparisonRecord record) {
    Map<String, Map<Long, ScoredSearch>> searches = new LinkedHashMap<>();
    record.arms().forEach(arm -> searches.put(arm.name(), new TreeMap<>()));
    for (SearchRecord search : record.searches()) {
      if (search.problem().equals(problem.name())) {
        add(ScoredSearch.of(search, problem), searches.get(search.arm()));
      }
    }
    double lowest =
        searches.values().stream()
            .flatMap(ofArm -> ofArm.values().stream())
            .filter(search -> !search.failed())
            .mapToDouble(ScoredSearch::score)
            .min()
            .orElse(Double.NaN);
    Map<String, List<ScoredSearch>> byArm = new LinkedHashMap<>();
    if (!Double.isNaN(lowest)) {
      searches.forEach((arm, ofArm) -> put(arm, ofArm.values(), lowest, byArm));
    }
    return new ProblemSearches(problem, byArm, lowest);
  }

  private static void add(ScoredSearch scored, @Nullable Map<Long, ScoredSearch> ofArm) {
    SearchRecord search = scored.search();
    if (ofArm == null) {
      throw new IllegalArgumentException(
          "searches: the arm %s is not among the arms.".formatted(search.arm()));
    }
    if (ofArm.put(search.seed(), scored) != null) {
      throw new IllegalArgumentException(
          "searches: %s has two on %s with seed %d."
              .formatted(search.arm(), search.problem(), search.seed()));
    }
  }

  private static void put(
      String arm,
      Collection<ScoredSearch> searches,
      double lowest,
      Map<String, List<ScoredSearch>> byArm) {
    if (!searches.isEmpty()) {
      byArm.put(arm, searches.stream().map(search -> search.failedWith(lowest)).toList());
    }
  }

  Stream<ScoredSearch> all() {
    return byArm.values().stream().flatMap(List::stream);
  }

  /** Returns the largest cost of any search, in the cost unit of the problem. */
  double horizon() {
    return horizon(all());
  }

  /** Returns the largest cost of any search of an arm. */
  double horizon(String arm) {
    return horizon(searches(arm).stream());
  }

  private static double horizon(Stream<ScoredSearch> searches) {
    return searches.mapToDouble(search -> search.trajectory().spent()).max().orElse(0);
  }

  /** Returns the searches of an arm, possibly none. */
  List<ScoredSearch> searches(String arm) {
    return byArm.getOrDefault(arm, List.of());
  }

  /**
   * Returns the scores of an arm by seed, in the order of the seeds. Scores of any arms that differ
   * by less than their precision are equal.
   */
  Map<Long, Double> scores(String arm) {
    double[] all = all().mapToDouble(ScoredSearch::score).toArray();
    double[] merged = resolution().merge(all);
    Map<Double, Double> tied = new LinkedHashMap<>();
    for (int i = 0; i < all.length; i++) {
      tied.put(all[i], merged[i]);
    }
    Map<Long, Double> scores = new LinkedHashMap<>();
    searches(arm)
        .forEach(
            search ->
                scores.put(
                    search.search().seed(), tied.getOrDefault(search.score(), search.score())));
    return scores;
  }

  /** Returns the precision of the scores. */
  Resolution resolution() {
    return Resolution.of(problem.source());
  }
}
