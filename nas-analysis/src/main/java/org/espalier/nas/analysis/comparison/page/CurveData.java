package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.Curve;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Json;

/** What the page's script needs to know of the curves, as JSON. */
final class CurveData {

  private static final int MOST_POINTS = 400;

  private CurveData() {}

  static String of(View view) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put(
        "arms",
        Json.array(
            view.results().comparison().arms().stream()
                .map(arm -> Json.string(arm.name()))
                .toList()));
    data.put("problems", Json.array(view.problems().stream().map(CurveData::of).toList()));
    return Json.object(data);
  }

  private static String of(ProblemView problem) {
    Double optimum = problem.problem().optimum();
    Map<String, String> data = new LinkedHashMap<>();
    data.put("factor", Json.number(problem.text().factor()));
    data.put("decimals", Integer.toString(problem.text().decimals()));
    data.put("unit", Json.string(problem.text().percent() ? "\u00a0%" : ""));
    data.put("points", Json.string(problem.text().points()));
    data.put(
        "cost", Json.string(problem.problem().cost() == CostUnit.SECONDS ? "seconds" : "trials"));
    data.put("optimum", optimum == null ? "null" : Json.number(optimum));
    // Most arms have their points at the same costs.
    List<String> costs = new ArrayList<>();
    List<String> curves = new ArrayList<>();
    for (ArmResult arm : problem.arms()) {
      List<Curve.Point> points = thinned(arm.curve().points());
      Map<String, String> curve = new LinkedHashMap<>();
      curve.put("arm", Integer.toString(problem.number(arm.arm())));
      String cost = numbers(points, Curve.Point::cost);
      if (!costs.contains(cost)) {
        costs.add(cost);
      }
      curve.put("costs", Integer.toString(costs.indexOf(cost)));
      curve.put("mean", numbers(points, point -> point.mean().value()));
      curve.put("low", numbers(points, point -> point.mean().low()));
      curve.put("high", numbers(points, point -> point.mean().high()));
      curves.add(Json.object(curve));
    }
    data.put("costs", Json.array(costs));
    data.put("curves", Json.array(curves));
    return Json.object(data);
  }

  /** Every so manieth point, and the last. */
  private static List<Curve.Point> thinned(List<Curve.Point> points) {
    int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<Curve.Point> thinned = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i % step == 0 || i == points.size() - 1) {
        thinned.add(points.get(i));
      }
    }
    return thinned;
  }

  private static String numbers(List<Curve.Point> points, ToDoubleFunction<Curve.Point> of) {
    return Json.array(points.stream().map(point -> rounded(of.applyAsDouble(point))).toList());
  }

  /** Seven digits say all that a chart can show. */
  private static String rounded(double value) {
    return Double.isFinite(value)
        ? Json.number(Double.parseDouble(String.format(Locale.ROOT, "%.6e", value)))
        : "null";
  }
}
