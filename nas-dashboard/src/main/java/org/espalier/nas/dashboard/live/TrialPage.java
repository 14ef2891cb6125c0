package org.espalier.nas.dashboard.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredTrial;
import org.jspecify.annotations.Nullable;

/** All of a trial, as a tree for JSON: its row, decisions, curve, facts and failure. */
final class TrialPage {

  /** Points of each metric. */
  private static final int MOST_POINTS = 2000;

  private TrialPage() {}

  static Map<String, Object> of(FollowedStudy state, StoredTrial stored) {
    Map<String, Object> tree = state.row(stored);
    Map<String, Object> decisions = new LinkedHashMap<>();
    for (Choice choice : stored.trial().proposal().architecture().choices()) {
      decisions.put(choice.decision(), choice.text());
    }
    tree.put("decisions", decisions);
    tree.put("seed", Long.toString(stored.trial().seed()));
    tree.put("curve", curve(stored.measurements()));
    TrialResult result = stored.finished();
    if (result != null) {
      result(tree, result.outcome());
    }
    return tree;
  }

  private static void result(Map<String, Object> tree, Outcome outcome) {
    Map<String, @Nullable Object> facts = new TreeMap<>();
    outcome.account().figures().forEach((name, value) -> facts.put(name, finite(value)));
    tree.put("facts", facts);
    if (outcome instanceof Outcome.Failed failed) {
      tree.put("cause", failed.cause().name());
      tree.put("message", failed.message());
      TableRow.put(tree, "trace", failed.trace());
    } else if (outcome instanceof Outcome.Stopped stopped) {
      tree.put("message", stopped.reason());
    }
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Each metric keeps its own extremes, so that steps can lack some metrics. */
  private static List<Map<String, Object>> curve(List<Measurement> measurements) {
    SortedMap<Integer, Map<String, Object>> steps = new TreeMap<>();
    TreeSet<String> metrics = new TreeSet<>();
    measurements.forEach(measurement -> metrics.addAll(measurement.metrics().keySet()));
    for (String metric : metrics) {
      for (List<Number> point : SampledCurves.points(measurements, metric, MOST_POINTS)) {
        steps
            .computeIfAbsent(
                point.get(0).intValue(), step -> new LinkedHashMap<>(Map.of("step", step)))
            .put(metric, point.get(1));
      }
    }
    return new ArrayList<>(steps.values());
  }
}
