package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.chart.Tip;
import org.espalier.nas.analysis.chart.Tone;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.DiagnosticsRow;
import org.espalier.nas.analysis.run.RunRecord;

/**
 * One number that the controller says about itself.
 *
 * @param name what the controller calls it: {@code policy.loss}
 */
public record ControllerPlot(String name) {

  private static final String ENTROPY = "entropy";
  private static final int MOST_DOTS = 100;

  /** A plot for each number that a run recorded: entropy first, then losses, then the rest. */
  public static List<ControllerPlot> of(RunRecord run) {
    return run.diagnostics().stream()
        .flatMap(row -> row.values().entrySet().stream())
        .filter(entry -> Double.isFinite(entry.getValue()))
        .map(Map.Entry::getKey)
        .distinct()
        .sorted(
            Comparator.comparing((String name) -> !name.endsWith(ENTROPY))
                .thenComparing(name -> !name.endsWith("loss"))
                .thenComparing(Comparator.naturalOrder()))
        .map(ControllerPlot::new)
        .toList();
  }

  /** Draws it for a run that recorded it. */
  public XyChart chart(RunRecord run) {
    List<Point> points = new ArrayList<>();
    for (DiagnosticsRow row : run.diagnostics()) {
      Double value = row.values().get(name);
      if (value != null && Double.isFinite(value)) {
        points.add(new Point(row.afterTrial(), value));
      }
    }
    int last = (int) points.get(points.size() - 1).x();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Line("", Tone.BLUE, points, Mark.Course.STRAIGHT));
    if (points.size() <= MOST_DOTS) {
      marks.add(new Mark.Dots("", Tone.BLUE, points));
    }
    return new XyChart(
        "diagnostic-" + name,
        heading(),
        heading() + " of the controller against the number of the trial.",
        Axis.ofTrials("after trial", last),
        Axis.around(axisTitle(), Axis.Unit.NUMBER, points.stream().mapToDouble(Point::y)),
        marks,
        points.stream().map(this::tip).toList(),
        XyChart.Pointing.NEAREST_COLUMN);
  }

  private String heading() {
    String words = words();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** How to read it. */
  public String caption() {
    if (name.endsWith(ENTROPY)) {
      return "How undecided the controller is at each step: high while it tries everything, near"
          + " zero once it proposes the same again and again. A steep fall early in the search is"
          + " a warning.";
    }
    return switch (name) {
      case "policy.loss" ->
          "The loss of the policy at each update. Its level means little, because the target"
              + " moves with the rewards; jumps show updates that went too far.";
      case "predictor.loss" ->
          "The predictor\u2019s mean squared error on the rewards it learns from; it should fall.";
      case "gradient.norm" ->
          "The length of the gradient before clipping; peaks are updates that clipping cut short.";
      case "baseline" ->
          "The reward that the controller takes as normal; only better trials are reinforced.";
      default -> "As the controller reported it after each update.";
    };
  }

  private Tip tip(Point point) {
    String text =
        String.format(
            Locale.ROOT,
            "after trial %d\n%s %s",
            (int) point.x(),
            words(),
            Figures.significant(point.y()));
    return new Tip(point.x(), point.y(), text);
  }

  private String axisTitle() {
    return name.endsWith(ENTROPY) ? words() + " (nats)" : words();
  }

  private String words() {
    return name.replace('.', ' ').replace('_', ' ');
  }
}
