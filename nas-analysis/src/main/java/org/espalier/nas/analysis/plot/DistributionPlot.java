package org.espalier.nas.analysis.plot;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.Tone;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Histogram;
import org.espalier.nas.analysis.statistics.Histogram.Bin;

/** How the trials' values of the metric are distributed. */
public final class DistributionPlot {

  private DistributionPlot() {}

  /** The histogram of a run; empty if no trial has a value of the metric. */
  public static Optional<XyChart> of(RunRecord run) {
    double[] values =
        run.succeeded().stream()
            .flatMapToDouble(result -> run.objective().valueOf(result).stream())
            .toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    Histogram histogram =
        run.objective().isShare() ? Histogram.perPercent(values) : Histogram.rounded(values);
    return Optional.of(chart(histogram.bins(), new MetricText(run.objective())));
  }

  private static XyChart chart(List<Bin> bins, MetricText metric) {
    int most = bins.stream().mapToInt(Bin::count).max().orElseThrow();
    List<Mark.Bar> bars =
        bins.stream()
            .filter(bin -> bin.count() > 0)
            .map(bin -> new Mark.Bar(bin.low(), bin.high(), bin.count(), tip(bin, metric)))
            .toList();
    double low = bins.get(0).low();
    double high = bins.get(bins.size() - 1).high();
    double width = bins.get(0).high() - low;
    double room = Math.max((high - low) * 0.01, bins.size() < 5 ? 2 * width : 0);
    return new XyChart(
        "distribution",
        "How many trials reached which " + metric.name(),
        "Histogram of " + metric.name() + " with " + bins.size() + " bins.",
        new Axis(metric.axisTitle(), low - room, high + room, metric.unit()),
        Axis.ofCounts("trials", most),
        List.of(new Mark.Bars("trials", Tone.BLUE, bars)),
        List.of(),
        XyChart.Pointing.NEAREST_COLUMN);
  }

  private static String tip(Bin bin, MetricText metric) {
    String interval =
        metric.objective().isShare()
            ? Figures.fixed(bin.low() * 100, 0) + " to " + Figures.percent(bin.high(), 0)
            : Figures.significant(bin.low()) + " to " + Figures.significant(bin.high());
    return interval + "\n" + bin.count() + (bin.count() == 1 ? " trial" : " trials");
  }
}
