package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.plot.EndingText;
import org.espalier.nas.analysis.plot.MetricText;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** The cells of a trial for its metric, parameters, FLOPs, inherited weights and ending. */
final class FactCells {
  private FactCells() {}

  /** Returns the five cells; absent ones include those that a column of an objective shows. */
  static List<String> of(TrialResult result, MetricText metric, ObjectiveCells objectives) {
    Map<String, Double> facts = result.outcome().account().facts();
    Double parameters = facts.get("parameters");
    Double flops = facts.get("flops");
    return List.of(
        shown(metric, objectives) ? CardTable.ABSENT : metric.of(result),
        parameters == null || objectives.shows("parameters")
            ? CardTable.ABSENT
            : NumberFormat.whole(parameters),
        flops == null || objectives.shows("flops") ? CardTable.ABSENT : NumberFormat.compact(flops),
        inherited(result.outcome().account().cost().inheritedWeights(), parameters),
        EndingText.of(result).orElse(CardTable.ABSENT));
  }

  private static boolean shown(MetricText metric, ObjectiveCells objectives) {
    String name = metric.metric().name();
    return name.equals(DisplayMetric.REWARD) || objectives.shows(name);
  }

  private static String inherited(@Nullable Long weights, @Nullable Double parameters) {
    if (weights == null) {
      return CardTable.ABSENT;
    }
    return parameters == null || parameters == 0
        ? NumberFormat.whole(weights)
        : NumberFormat.percent(weights / parameters, 0);
  }
}
