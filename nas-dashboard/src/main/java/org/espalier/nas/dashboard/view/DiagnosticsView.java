package org.espalier.nas.dashboard.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.plot.ControllerPlot;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.engine.store.StoredStudy;

/** The values that the controller reported after its updates. */
final class DiagnosticsView {

  private static final int MOST_POINTS = 1000;

  private DiagnosticsView() {}

  static Map<String, Object> tree(StoredStudy study) {
    StudyHistory history = study.history();
    return Map.of(
        "plots",
        ControllerPlot.of(history).stream()
            .map(
                plot ->
                    Map.of(
                        "name", plot.name(),
                        "caption", plot.caption(),
                        "points", sampled(points(history, plot.name()))))
            .toList());
  }

  private static List<List<Number>> points(StudyHistory history, String name) {
    List<List<Number>> points = new ArrayList<>();
    history
        .diagnostics()
        .forEach(
            (trial, values) -> {
              Double value = values.get(name);
              if (value != null && Double.isFinite(value)) {
                points.add(List.of(trial, value));
              }
            });
    return points;
  }

  /** Returns the least and the greatest value of each of equal ranges, so that extremes stay. */
  private static List<List<Number>> sampled(List<List<Number>> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    List<List<Number>> kept = new ArrayList<>();
    int ranges = MOST_POINTS / 2;
    for (int i = 0; i < ranges; i++) {
      int from = (int) ((long) points.size() * i / ranges);
      int to = (int) ((long) points.size() * (i + 1) / ranges);
      int least = from;
      int most = from;
      for (int j = from; j < to; j++) {
        least = value(points, j) < value(points, least) ? j : least;
        most = value(points, j) > value(points, most) ? j : most;
      }
      kept.add(points.get(Math.min(least, most)));
      if (least != most) {
        kept.add(points.get(Math.max(least, most)));
      }
    }
    return kept;
  }

  private static double value(List<List<Number>> points, int index) {
    return points.get(index).get(1).doubleValue();
  }
}
