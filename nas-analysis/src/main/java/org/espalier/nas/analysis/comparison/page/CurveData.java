package org.espalier.nas.analysis.comparison.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.CurvePoint;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.ScriptJson;

/** The anytime curves as JSON for the script of the page. */
final class CurveData {

  private static final int MOST_POINTS = 400;
  private static final double LARGEST_INTEGER = 1e15;

  private CurveData() {}

  static String of(PageModel model) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode arms = data.putArray("arms");
    model.results().comparison().arms().forEach(arm -> arms.add(arm.name()));
    ArrayNode problems = data.putArray("problems");
    model.problems().forEach(problem -> write(problem, problems.addObject()));
    return ScriptJson.of(data);
  }

  private static void write(ProblemView problem, ObjectNode data) {
    data.put("factor", (int) problem.text().factor());
    data.put("decimals", problem.text().decimals());
    data.put("unit", problem.text().percent() ? "\u00a0%" : "");
    data.put("points", problem.text().points());
    data.put("cost", problem.problem().costUnit() == CostUnit.SECONDS ? "seconds" : "trials");
    data.put("optimum", problem.problem().optimum());
    // Most arms have their points at the same costs.
    List<ArrayNode> costs = new ArrayList<>();
    ArrayNode curves = JsonNodeFactory.instance.arrayNode();
    for (ArmResult arm : problem.arms()) {
      List<CurvePoint> points = thinned(arm.curve());
      ArrayNode cost = numbers(points, CurvePoint::cost);
      if (!costs.contains(cost)) {
        costs.add(cost);
      }
      ObjectNode curve = curves.addObject();
      curve.put("arm", problem.number(arm.arm()));
      curve.put("costs", costs.indexOf(cost));
      curve.set("mean", numbers(points, point -> point.mean().value()));
      curve.set("low", numbers(points, point -> point.mean().low()));
      curve.set("high", numbers(points, point -> point.mean().high()));
    }
    data.putArray("costs").addAll(costs);
    data.set("curves", curves);
  }

  /** Returns at most {@value #MOST_POINTS} points at equal distances, and the last. */
  private static List<CurvePoint> thinned(List<CurvePoint> points) {
    int step = Math.max(1, (points.size() + MOST_POINTS - 1) / MOST_POINTS);
    List<CurvePoint> thinned = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (i % step == 0 || i == points.size() - 1) {
        thinned.add(points.get(i));
      }
    }
    return thinned;
  }

  /** Returns numbers with seven significant digits, the precision of a chart. */
  private static ArrayNode numbers(List<CurvePoint> points, ToDoubleFunction<CurvePoint> of) {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    for (CurvePoint point : points) {
      double value = of.applyAsDouble(point);
      double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.6e", value));
      if (!Double.isFinite(rounded)) {
        numbers.addNull();
      } else if (rounded == Math.rint(rounded) && Math.abs(rounded) < LARGEST_INTEGER) {
        numbers.add((long) rounded);
      } else {
        numbers.add(rounded);
      }
    }
    return numbers;
  }
}
