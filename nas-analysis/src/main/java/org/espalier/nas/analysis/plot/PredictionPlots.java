package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.Agreement.Pair;
import org.espalier.nas.analysis.statistics.AgreementOverTime;
import org.espalier.nas.api.study.StudyHistory;

/** Predicted against actual rewards, and their agreement during the search. */
public final class PredictionPlots {

  private PredictionPlots() {}

  /** Returns a scatter plot of predicted against actual rewards; empty without predictions. */
  public static Optional<XyChart> scatter(StudyHistory history, AgreementOverTime agreement) {
    List<Pair> pairs = agreement.pairs();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    DoubleStream both =
        pairs.stream().flatMapToDouble(pair -> DoubleStream.of(pair.predicted(), pair.real()));
    Axis real = Axis.around("actual reward", Axis.Unit.NUMBER, both);
    Axis predicted = new Axis("predicted reward", real.low(), real.high(), Axis.Unit.NUMBER);
    List<DataPoint> diagonal =
        List.of(new DataPoint(real.low(), real.low()), new DataPoint(real.high(), real.high()));
    List<DataPoint> dots =
        pairs.stream().map(pair -> new DataPoint(pair.real(), pair.predicted())).toList();
    return Optional.of(
        new XyChart(
            "predictions",
            "Predicted against actual reward",
            "Scatter plot of " + pairs.size() + " predicted against actual rewards.",
            real,
            predicted,
            List.of(
                new Series.Line(
                    "exact prediction", PaletteColor.MUTED, diagonal, Series.Interpolation.DASHED),
                new Series.Points("one trial", PaletteColor.BLUE, dots)),
            tooltips(history, pairs),
            XyChart.Hover.NEAREST_POINT));
  }

  /** Returns Kendall's τ after each trial; empty if it is undefined throughout. */
  public static Optional<XyChart> kendall(AgreementOverTime agreement) {
    return course(
        "kendall", "Rank correlation", "Kendall\u2019s \u03c4", agreement, Agreement::kendall);
  }

  /** Returns the mean absolute error after each trial; empty if there are too few predictions. */
  public static Optional<XyChart> error(AgreementOverTime agreement) {
    return course("error", "Error", "mean absolute error", agreement, Agreement::meanAbsoluteError);
  }

  private static List<Tooltip> tooltips(StudyHistory history, List<Pair> pairs) {
    Map<Integer, String> architectures =
        history.results().stream()
            .collect(
                Collectors.toMap(
                    result -> result.trial().number(),
                    result -> result.trial().proposal().architecture().summary()));
    return pairs.stream()
        .map(
            pair ->
                new Tooltip(
                    pair.real(),
                    pair.predicted(),
                    String.format(
                        Locale.ROOT,
                        "trial %d\n%s\npredicted %s, actual %s",
                        pair.trial(),
                        architectures.get(pair.trial()),
                        NumberFormat.significant(pair.predicted()),
                        NumberFormat.significant(pair.real()))))
        .toList();
  }

  private static Optional<XyChart> course(
      String id,
      String topic,
      String title,
      AgreementOverTime agreement,
      Function<Agreement, OptionalDouble> statistic) {
    List<DataPoint> sinceStart = points(agreement, point -> statistic.apply(point.sinceStart()));
    List<DataPoint> recent = points(agreement, point -> statistic.apply(point.recent()));
    if (sinceStart.size() < 2) {
      return Optional.empty();
    }
    DoubleStream values =
        Stream.concat(sinceStart.stream(), recent.stream()).mapToDouble(DataPoint::y);
    return Optional.of(
        new XyChart(
            id,
            topic + ": " + title,
            title + " of predictions against the trial number.",
            Axis.ofTrials("trial", (int) sinceStart.get(sinceStart.size() - 1).x()),
            Axis.around(title, Axis.Unit.NUMBER, DoubleStream.concat(values, DoubleStream.of(0))),
            List.of(
                new Series.Line(
                    "last " + AgreementOverTime.WINDOW + " trials",
                    PaletteColor.BLUE,
                    recent,
                    Series.Interpolation.LINEAR),
                new Series.Line(
                    "since the start",
                    PaletteColor.VERMILION,
                    sinceStart,
                    Series.Interpolation.DASHED)),
            courseTooltooltips(agreement, statistic),
            XyChart.Hover.NEAREST_COLUMN));
  }

  private static List<DataPoint> points(
      AgreementOverTime agreement, Function<AgreementOverTime.Point, OptionalDouble> statistic) {
    List<DataPoint> points = new ArrayList<>();
    for (AgreementOverTime.Point point : agreement.points()) {
      statistic.apply(point).ifPresent(value -> points.add(new DataPoint(point.trial(), value)));
    }
    return points;
  }

  private static List<Tooltip> courseTooltooltips(
      AgreementOverTime agreement, Function<Agreement, OptionalDouble> statistic) {
    List<Tooltip> tooltips = new ArrayList<>();
    for (AgreementOverTime.Point point : agreement.points()) {
      OptionalDouble window = statistic.apply(point.recent());
      String text =
          String.format(
              Locale.ROOT,
              "after trial %d\nlast %d: %s\nsince the start: %s",
              point.trial(),
              AgreementOverTime.WINDOW,
              text(window),
              text(statistic.apply(point.sinceStart())));
      window.ifPresent(value -> tooltips.add(new Tooltip(point.trial(), value, text)));
    }
    return tooltips;
  }

  /** Returns a statistic with three decimals, or {@code undefined}. */
  public static String text(OptionalDouble value) {
    return value.isPresent() ? NumberFormat.fixed(value.getAsDouble(), 3) : "undefined";
  }
}
