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
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.chart.Tip;
import org.espalier.nas.analysis.chart.Tone;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.Agreement.Pair;
import org.espalier.nas.analysis.statistics.AgreementOverTime;

/** Predicted against real rewards, and how their agreement changes during the search. */
public final class PredictionPlots {

  private PredictionPlots() {}

  /** Predicted against real rewards; empty if nothing was predicted. */
  public static Optional<XyChart> scatter(RunRecord run, AgreementOverTime agreement) {
    List<Pair> pairs = agreement.pairs();
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    DoubleStream both =
        pairs.stream().flatMapToDouble(pair -> DoubleStream.of(pair.predicted(), pair.real()));
    Axis real = Axis.around("real reward", Axis.Unit.NUMBER, both);
    Axis predicted = new Axis("predicted reward", real.low(), real.high(), Axis.Unit.NUMBER);
    List<Point> diagonal =
        List.of(new Point(real.low(), real.low()), new Point(real.high(), real.high()));
    List<Point> dots =
        pairs.stream().map(pair -> new Point(pair.real(), pair.predicted())).toList();
    return Optional.of(
        new XyChart(
            "predictions",
            "Predicted against real reward",
            "Scatter plot of " + pairs.size() + " predicted rewards against the real ones.",
            real,
            predicted,
            List.of(
                new Mark.Line("exact prediction", Tone.GREY, diagonal, Mark.Course.DASHED),
                new Mark.Dots("one trial", Tone.BLUE, dots)),
            tips(run, pairs),
            XyChart.Pointing.NEAREST_POINT));
  }

  /** Kendall's τ after each trial; empty if it is nowhere defined. */
  public static Optional<XyChart> kendall(AgreementOverTime agreement) {
    return course("kendall", "Order", "Kendall\u2019s \u03c4", agreement, Agreement::kendall);
  }

  /** The mean absolute error after each trial; empty if there are too few predictions. */
  public static Optional<XyChart> error(AgreementOverTime agreement) {
    return course(
        "error", "Distance", "mean absolute error", agreement, Agreement::meanAbsoluteError);
  }

  private static List<Tip> tips(RunRecord run, List<Pair> pairs) {
    Map<Integer, String> architectures =
        run.trials().stream()
            .collect(
                Collectors.toMap(
                    result -> result.trial().number(),
                    result -> result.trial().proposal().architecture().summary()));
    return pairs.stream()
        .map(
            pair ->
                new Tip(
                    pair.real(),
                    pair.predicted(),
                    String.format(
                        Locale.ROOT,
                        "trial %d\n%s\npredicted %s, real %s",
                        pair.trial(),
                        architectures.get(pair.trial()),
                        Figures.significant(pair.predicted()),
                        Figures.significant(pair.real()))))
        .toList();
  }

  private static Optional<XyChart> course(
      String id,
      String topic,
      String title,
      AgreementOverTime agreement,
      Function<Agreement, OptionalDouble> statistic) {
    List<Point> sinceStart = points(agreement, point -> statistic.apply(point.sinceStart()));
    List<Point> recent = points(agreement, point -> statistic.apply(point.recent()));
    if (sinceStart.size() < 2) {
      return Optional.empty();
    }
    DoubleStream values = Stream.concat(sinceStart.stream(), recent.stream()).mapToDouble(Point::y);
    return Optional.of(
        new XyChart(
            id,
            topic + ": " + title + " over time",
            title + " of predictions against the number of the trial.",
            Axis.ofTrials("trial", (int) sinceStart.get(sinceStart.size() - 1).x()),
            Axis.around(title, Axis.Unit.NUMBER, DoubleStream.concat(values, DoubleStream.of(0))),
            List.of(
                new Mark.Line(
                    "last " + AgreementOverTime.WINDOW + " trials",
                    Tone.BLUE,
                    recent,
                    Mark.Course.STRAIGHT),
                new Mark.Line("since the start", Tone.VERMILION, sinceStart, Mark.Course.DASHED)),
            courseTips(agreement, statistic),
            XyChart.Pointing.NEAREST_COLUMN));
  }

  private static List<Point> points(
      AgreementOverTime agreement, Function<AgreementOverTime.Point, OptionalDouble> statistic) {
    List<Point> points = new ArrayList<>();
    for (AgreementOverTime.Point point : agreement.points()) {
      statistic.apply(point).ifPresent(value -> points.add(new Point(point.trial(), value)));
    }
    return points;
  }

  private static List<Tip> courseTips(
      AgreementOverTime agreement, Function<Agreement, OptionalDouble> statistic) {
    List<Tip> tips = new ArrayList<>();
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
      window.ifPresent(value -> tips.add(new Tip(point.trial(), value, text)));
    }
    return tips;
  }

  /** A statistic in three decimals, or that it is undefined. */
  public static String text(OptionalDouble value) {
    return value.isPresent() ? Figures.fixed(value.getAsDouble(), 3) : "undefined";
  }
}
