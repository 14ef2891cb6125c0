package org.espalier.nas.dashboard.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.experiment.run.ShownMetric;

/**
 * Curves of a study's trials over their steps, sampled, as trees for JSON.
 *
 * @param state the study
 */
record SampledCurves(FollowedStudy state) {

  /** Points of an answer; a page draws no more, and a thousand trials have a few points each. */
  private static final int MOST_POINTS = 20_000;

  private static final int FEWEST_POINTS = 8;
  private static final int MOST_CURVES = MOST_POINTS / FEWEST_POINTS;
  private static final int NEWEST = 100;
  private static final int BEST = 20;

  /**
   * Returns the curves of some trials.
   *
   * @param metric the metric, or an empty text for the one that is shown by default
   * @param wanted the numbers of the trials, unknown ones left out; empty: the newest and the best
   */
  Map<String, Object> tree(String metric, Set<Integer> wanted) {
    List<StoredTrial> trials = trials(wanted);
    NavigableSet<String> metrics = new TreeSet<>();
    trials.forEach(
        trial -> trial.measurements().forEach(step -> metrics.addAll(step.metrics().keySet())));
    String shown = metric.isEmpty() ? ShownMetric.of(state.study().results()) : metric;
    int limit = Math.max(FEWEST_POINTS, MOST_POINTS / Math.max(1, trials.size()));
    List<Map<String, Object>> curves = new ArrayList<>();
    for (StoredTrial trial : trials) {
      Map<String, Object> curve = new LinkedHashMap<>();
      curve.put("trial", trial.trial().number());
      curve.put("state", state.row(trial).get("state"));
      curve.put("points", points(trial.measurements(), shown, limit));
      curves.add(curve);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("metrics", metrics);
    tree.put("metric", shown);
    tree.put("curves", curves);
    return tree;
  }

  private List<StoredTrial> trials(Set<Integer> wanted) {
    List<StoredTrial> all = state.study().trials();
    NavigableSet<Integer> numbers = new TreeSet<>(wanted);
    if (wanted.isEmpty()) {
      IntStream.rangeClosed(Math.max(1, all.size() - NEWEST + 1), all.size()).forEach(numbers::add);
      state.study().results().stream()
          .filter(result -> result.reward().isPresent())
          .sorted(Comparator.comparingDouble(result -> -result.reward().orElseThrow()))
          .limit(BEST)
          .forEach(result -> numbers.add(result.trial().number()));
    }
    return numbers.stream()
        .filter(number -> number >= 1 && number <= all.size())
        .limit(MOST_CURVES)
        .map(number -> all.get(number - 1))
        .toList();
  }

  /** Returns pairs of a step and a value; values that are not finite are left out. */
  static List<List<Number>> points(List<Measurement> measurements, String metric, int limit) {
    List<CurveSampler.Point> curve = new ArrayList<>();
    for (Measurement measurement : measurements) {
      OptionalDouble value = measurement.metric(metric);
      if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
        curve.add(new CurveSampler.Point(measurement.step(), value.getAsDouble()));
      }
    }
    return CurveSampler.sample(curve, limit).stream()
        .map(point -> List.<Number>of(point.step(), point.value()))
        .toList();
  }
}
