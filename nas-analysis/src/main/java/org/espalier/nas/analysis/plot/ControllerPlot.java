package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.Capitalization;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.study.StudyHistory;

/**
 * The plot of one diagnostic value of the controller.
 *
 * @param name name of the value: {@code policy.loss}
 */
public record ControllerPlot(String name) {

  private static final String ENTROPY = "entropy";
  private static final int MOST_DOTS = 100;

  /** Returns a plot for each recorded value: entropy first, then losses, then the others. */
  public static List<ControllerPlot> of(StudyHistory history) {
    return history.diagnostics().values().stream()
        .flatMap(values -> values.entrySet().stream())
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

  /** Returns the chart of a run that recorded the value. */
  public XyChart chart(StudyHistory history) {
    List<DataPoint> points = new ArrayList<>();
    history
        .diagnostics()
        .forEach(
            (trial, values) -> {
              double value = values.getOrDefault(name, Double.NaN);
              if (Double.isFinite(value)) {
                points.add(new DataPoint(trial, value));
              }
            });
    int last = (int) points.get(points.size() - 1).x();
    List<Series> series = new ArrayList<>();
    series.add(new Series.Line("", PaletteColor.BLUE, points, Series.Interpolation.LINEAR));
    if (points.size() <= MOST_DOTS) {
      series.add(new Series.Points("", PaletteColor.BLUE, points));
    }
    return new XyChart(
        "diagnostic-" + name,
        heading(),
        heading() + " of the controller against the number of the trial.",
        Axis.ofTrials("after trial", last),
        Axis.around(axisTitle(), Axis.Unit.NUMBER, points.stream().mapToDouble(DataPoint::y)),
        series,
        points.stream().map(this::tooltip).toList(),
        XyChart.Hover.NEAREST_COLUMN);
  }

  private String heading() {
    return Capitalization.of(words());
  }

  /** Returns the caption that explains the chart. */
  public String caption() {
    if (name.endsWith(ENTROPY)) {
      return "Uncertainty of the policy: high while it explores, near zero once it repeats the same"
          + " proposals. A steep fall early in the search is a sign of premature convergence.";
    }
    return switch (name) {
      case "policy.loss" ->
          "Loss of the policy at each update. Its level carries little information because the"
              + " targets change with the rewards; jumps indicate updates that were too large.";
      case "predictor.loss" ->
          "Mean squared error of the predictor on its training rewards. It should fall.";
      case "gradient.norm" ->
          "Norm of the gradient before clipping. Clipping shortened the updates at the peaks.";
      case "baseline" -> "Expected reward. Only trials above it are reinforced.";
      default -> "Value reported by the controller after each update.";
    };
  }

  private Tooltip tooltip(DataPoint point) {
    String text =
        String.format(
            Locale.ROOT,
            "after trial %d\n%s %s",
            (int) point.x(),
            words(),
            NumberFormat.significant(point.y()));
    return new Tooltip(point.x(), point.y(), text);
  }

  private String axisTitle() {
    return name.endsWith(ENTROPY) ? words() + " (nats)" : words();
  }

  private String words() {
    return name.replace('.', ' ').replace('_', ' ');
  }
}
