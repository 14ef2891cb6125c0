package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.sharing.AuditedTrial;
import org.espalier.nas.analysis.sharing.OrderEffect;
import org.espalier.nas.analysis.sharing.SharingAudit;

/** The charts of an audit of weight sharing: scores, ranks, and the effect of the order. */
public final class SharingPlots {
  private static final String[] THIRDS = {
    "top third by shared score", "middle third", "bottom third"
  };
  private static final PaletteColor[] COLORS = {
    PaletteColor.BLUE, PaletteColor.GREEN, PaletteColor.ORANGE
  };

  private SharingPlots() {}

  /** Returns shared against stand-alone scores of the measured trials, of which there are some. */
  public static XyChart scores(SharingAudit audit) {
    List<AuditedTrial> trials = audit.measured();
    DoubleStream both =
        trials.stream()
            .flatMapToDouble(trial -> DoubleStream.of(trial.shared(), trial.meanAlone()));
    Axis alone = Axis.around("stand-alone score, mean of seeds", Axis.Unit.NUMBER, both);
    Axis shared = new Axis("score under sharing", alone.low(), alone.high(), Axis.Unit.NUMBER);
    return chart(
        "scores",
        "Scores",
        "Scatter plot of the scores of %d trials under sharing against their stand-alone scores."
            .formatted(trials.size()),
        alone,
        shared,
        List.of(line("equal scores", alone.low(), alone.low(), alone.high(), alone.high())),
        trials,
        AuditedTrial::meanAlone,
        AuditedTrial::shared);
  }

  /** Returns the ranks of the measured trials by both scores; 1 is the best. */
  public static XyChart ranks(SharingAudit audit) {
    List<AuditedTrial> trials = audit.measured();
    double last = trials.size() + 1;
    Axis alone = new Axis("rank by stand-alone score (1: best)", 0, last, Axis.Unit.WHOLE);
    Axis shared = new Axis("rank by shared score", 0, last, Axis.Unit.WHOLE);
    return chart(
        "ranks",
        "Ranks",
        "Scatter plot of the ranks of %d trials by shared score against those by stand-alone score."
            .formatted(trials.size()),
        alone,
        shared,
        List.of(line("equal ranks", 0, 0, last, last)),
        trials,
        trial -> rank(trials, AuditedTrial::meanAlone, trial),
        trial -> rank(trials, AuditedTrial::shared, trial));
  }

  /** Returns shared minus stand-alone score against the number of the trial. */
  public static XyChart order(SharingAudit audit) {
    List<AuditedTrial> trials = audit.measured();
    int last = trials.get(trials.size() - 1).number();
    Axis numbers = Axis.ofTrials("trial", last);
    Axis gains =
        Axis.around(
            "shared minus stand-alone score",
            Axis.Unit.NUMBER,
            DoubleStream.concat(
                DoubleStream.of(0), trials.stream().mapToDouble(AuditedTrial::gain)));
    OrderEffect order = audit.order();
    List<Series> lines = new ArrayList<>();
    lines.add(line("no difference", 1, 0, last, 0));
    if (!Double.isNaN(order.intercept())) {
      lines.add(
          new Series.Line(
              "trend (Theil\u2013Sen)",
              PaletteColor.VERMILION,
              List.of(new DataPoint(1, order.at(1)), new DataPoint(last, order.at(last))),
              Series.Interpolation.LINEAR));
    }
    return chart(
        "order",
        "Difference by trial number",
        "Scatter plot of shared minus stand-alone score against the trial number.",
        numbers,
        gains,
        lines,
        trials,
        AuditedTrial::number,
        AuditedTrial::gain);
  }

  /** Returns the rank of a trial from 1 for the best; equal values share their mean rank. */
  public static double rank(
      List<AuditedTrial> trials, ToDoubleFunction<AuditedTrial> score, AuditedTrial trial) {
    double own = score.applyAsDouble(trial);
    long better = trials.stream().filter(other -> score.applyAsDouble(other) > own).count();
    long equal = trials.stream().filter(other -> score.applyAsDouble(other) == own).count();
    return better + (equal + 1) / 2.0;
  }

  private static XyChart chart(
      String id,
      String title,
      String description,
      Axis x,
      Axis y,
      List<Series> lines,
      List<AuditedTrial> trials,
      ToDoubleFunction<AuditedTrial> toX,
      ToDoubleFunction<AuditedTrial> toY) {
    List<Series> series = new ArrayList<>(lines);
    for (int third = AuditedTrial.THIRDS; third >= 1; third--) {
      int group = third;
      List<DataPoint> points =
          trials.stream()
              .filter(trial -> trial.third() == group)
              .map(trial -> new DataPoint(toX.applyAsDouble(trial), toY.applyAsDouble(trial)))
              .toList();
      series.add(new Series.Points(THIRDS[third - 1], COLORS[third - 1], points));
    }
    List<Tooltip> tooltips =
        trials.stream()
            .map(
                trial ->
                    new Tooltip(toX.applyAsDouble(trial), toY.applyAsDouble(trial), text(trial)))
            .toList();
    return new XyChart(id, title, description, x, y, series, tooltips, XyChart.Hover.NEAREST_POINT);
  }

  private static Series line(String name, double x1, double y1, double x2, double y2) {
    return new Series.Line(
        name,
        PaletteColor.MUTED,
        List.of(new DataPoint(x1, y1), new DataPoint(x2, y2)),
        Series.Interpolation.DASHED);
  }

  private static String text(AuditedTrial trial) {
    return String.format(
        Locale.ROOT,
        "trial %d%s\n%s\nshared %s, stand-alone %s",
        trial.number(),
        trial.inheritedLayers() == null
            ? ""
            : ", %d inherited layers".formatted(trial.inheritedLayers()),
        trial.architecture(),
        NumberFormat.significant(trial.shared()),
        NumberFormat.significant(trial.meanAlone()));
  }
}
