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
 * All searches of one problem.
 *
 * @param problem the problem
 * @param byArm by the names of arms in the order of the file, each arm's in the order of the seeds;
 *     none for an arm without searches, and none at all if every search failed
 * @param lowest the lowest score that a search had which did not fail
 */
record ProblemSearches(ProblemRecord problem, Map<String, List<Scored>> byArm, double lowest) {

  ProblemSearches {
    byArm = Collections.unmodifiableMap(new LinkedHashMap<>(byArm));
  }

  static ProblemSearches of(ProblemRecord problem, ComparisonRecord record) {
    Map<String, Map<Long, Scored>> searches = new LinkedHashMap<>();
    record.arms().forEach(arm -> searches.put(arm.name(), new TreeMap<>()));
    for (SearchRecord search : record.searches()) {
      if (search.problem().equals(problem.name())) {
        add(Scored.of(search, problem), searches.get(search.arm()));
      }
    }
    double lowest =
        searches.values().stream()
            .flatMap(ofArm -> ofArm.values().stream())
            .filter(search -> !search.failed())
            .mapToDouble(Scored::score)
            .min()
            .orElse(Double.NaN);
    Map<String, List<Scored>> byArm = new LinkedHashMap<>();
    if (!Double.isNaN(lowest)) {
      searches.forEach((arm, ofArm) -> put(arm, ofArm.values(), lowest, byArm));
    }
    return new ProblemSearches(problem, byArm, lowest);
  }

  private static void add(Scored scored, @Nullable Map<Long, Scored> ofArm) {
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
      String arm, Collection<Scored> searches, double lowest, Map<String, List<Scored>> byArm) {
    if (!searches.isEmpty()) {
      byArm.put(arm, searches.stream().map(search -> search.failedWith(lowest)).toList());
    }
  }

  Stream<Scored> all() {
    return byArm.values().stream().flatMap(List::stream);
  }

  /** The most that any search spent, in the problem's unit of cost. */
  double horizon() {
    return horizon(all());
  }

  /** The most that a search of an arm spent. */
  double horizon(String arm) {
    return horizon(searches(arm).stream());
  }

  private static double horizon(Stream<Scored> searches) {
    return searches.mapToDouble(search -> search.trajectory().spent()).max().orElse(0);
  }

  /** The searches of an arm, possibly none. */
  List<Scored> searches(String arm) {
    return byArm.getOrDefault(arm, List.of());
  }

  /** The scores of an arm by their seeds, in the order of the seeds. */
  Map<Long, Double> scores(String arm) {
    Map<Long, Double> scores = new LinkedHashMap<>();
    searches(arm).forEach(search -> scores.put(search.search().seed(), search.score()));
    return scores;
  }

  /** How far apart scores must be to differ. */
  Resolution resolution() {
    return Resolution.of(all().mapToDouble(Scored::score));
  }
}
