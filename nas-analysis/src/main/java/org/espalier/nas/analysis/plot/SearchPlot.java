package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.statistics.RunningBest;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/** The metric of each trial, the best value so far, and the failed trials. */
public final class SearchPlot {

  private SearchPlot() {}

  /** Returns the chart of a run; empty if no trial has a value of the text. */
  public static Optional<XyChart> of(StudyHistory history, DisplayMetric metric) {
    List<TrialResult> measured = measured(history, metric);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    double[] values = measured.stream().mapToDouble(r -> metric.valueOf(r).orElseThrow()).toArray();
    double[] best = RunningBest.of(values, metric.isMaximized());
    MetricText text = new MetricText(metric);
    int last = history.results().get(history.results().size() - 1).trial().number();
    return Optional.of(
        new XyChart(
            "search",
            text.heading() + " over the search",
            "Scatter plot of "
                + text.name()
                + " against the trial number, with a line for the best so far, which ends at "
                + text.of(best[best.length - 1])
                + ".",
            Axis.ofTrials("trial", last),
            Axis.around(text.axisTitle(), text.unit(), Arrays.stream(values)),
            series(history, measured, values, best),
            tooltips(measured, values, best, text),
            XyChart.Hover.NEAREST_COLUMN));
  }

  private static List<TrialResult> measured(StudyHistory history, DisplayMetric metric) {
    return history.succeeded().stream()
        .filter(result -> metric.valueOf(result).isPresent())
        .toList();
  }

  private static List<Series> series(
      StudyHistory history, List<TrialResult> measured, double[] values, double[] best) {
    List<DataPoint> dots = new ArrayList<>();
    List<DataPoint> line = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int number = measured.get(i).trial().number();
      dots.add(new DataPoint(number, values[i]));
      line.add(new DataPoint(number, best[i]));
    }
    int last = history.results().get(history.results().size() - 1).trial().number();
    line.add(new DataPoint(last, best[best.length - 1]));
    List<Series> series = new ArrayList<>();
    series.add(new Series.Points("one trial", PaletteColor.BLUE, dots));
    series.add(
        new Series.Line(
            "best so far", PaletteColor.VERMILION, line, Series.Interpolation.STEP_AFTER));
    if (!history.failed().isEmpty()) {
      List<Double> numbers =
          history.failed().stream().map(result -> (double) result.trial().number()).toList();
      series.add(new Series.Crosses("failed trial", PaletteColor.PURPLE, numbers));
    }
    if (!history.infeasible().isEmpty()) {
      List<Double> numbers =
          history.infeasible().stream().map(result -> (double) result.trial().number()).toList();
      series.add(new Series.Crosses("infeasible trial", PaletteColor.MUTED, numbers));
    }
    return series;
  }

  private static List<Tooltip> tooltips(
      List<TrialResult> measured, double[] values, double[] best, MetricText text) {
    List<Tooltip> tooltips = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      TrialResult result = measured.get(i);
      int number = result.trial().number();
      String tooltip =
          String.format(
              Locale.ROOT,
              "trial %d: %s%s\n%s\nbest so far: %s",
              number,
              text.of(values[i]),
              EndingText.of(result).map(ending -> ", " + ending).orElse(""),
              result.trial().proposal().architecture().summary(),
              text.of(best[i]));
      tooltips.add(new Tooltip(number, values[i], tooltip));
    }
    return tooltips;
  }
}
