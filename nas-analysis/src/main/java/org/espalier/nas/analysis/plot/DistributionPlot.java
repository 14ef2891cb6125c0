package org.espalier.nas.analysis.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.statistics.DisplayRange;
import org.espalier.nas.analysis.statistics.Histogram;
import org.espalier.nas.analysis.statistics.Histogram.Bin;
import org.espalier.nas.api.study.StudyHistory;

/** The histogram of the metric. */
public final class DistributionPlot {

  private DistributionPlot() {}

  /** Returns the histogram of a run; empty if no trial has a value of the metric. */
  public static Optional<XyChart> of(StudyHistory history, DisplayMetric metric) {
    double[] values =
        history.succeeded().stream()
            .flatMapToDouble(result -> metric.valueOf(result).stream())
            .toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    DisplayRange range = DisplayRange.of(values);
    double[] shown = Arrays.stream(values).filter(range::contains).toArray();
    Histogram histogram =
        metric.isFraction() ? Histogram.perPercent(shown) : Histogram.rounded(shown);
    return Optional.of(
        chart(histogram.bins(), new MetricText(metric), values.length - shown.length));
  }

  private static XyChart chart(List<Bin> bins, MetricText metric, int outliers) {
    int most = bins.stream().mapToInt(Bin::count).max().orElse(0);
    List<Series.Bar> bars =
        bins.stream()
            .filter(bin -> bin.count() > 0)
            .map(bin -> new Series.Bar(bin.low(), bin.high(), bin.count(), tooltip(bin, metric)))
            .toList();
    double low = bins.isEmpty() ? 0 : bins.get(0).low();
    double high = bins.isEmpty() ? 1 : bins.get(bins.size() - 1).high();
    double width = (high - low) / Math.max(1, bins.size());
    double padding = Math.max((high - low) * 0.01, bins.size() < 5 ? 2 * width : 0);
    return new XyChart(
        "distribution",
        "Distribution of "
            + metric.name()
            + (outliers == 0 ? "" : " (" + outliers + " outside the axis)"),
        "Histogram of " + metric.name() + " with " + bins.size() + " bins.",
        new Axis(metric.axisTitle(), low - padding, high + padding, metric.unit()),
        Axis.ofCounts("trials", most),
        List.of(new Series.Bars("trials", PaletteColor.BLUE, bars)),
        List.of(),
        XyChart.Hover.NEAREST_COLUMN);
  }

  private static String tooltip(Bin bin, MetricText metric) {
    String interval =
        metric.metric().isFraction()
            ? NumberFormat.fixed(bin.low() * 100, 0) + " to " + NumberFormat.percent(bin.high(), 0)
            : NumberFormat.significant(bin.low()) + " to " + NumberFormat.significant(bin.high());
    return interval + "\n" + bin.count() + (bin.count() == 1 ? " trial" : " trials");
  }
}
