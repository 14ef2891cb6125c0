package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Series;
import org.espalier.nas.analysis.chart.Series.DataPoint;
import org.espalier.nas.analysis.chart.Tooltip;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.metric.ObjectiveText;
import org.espalier.nas.analysis.pareto.TrialFront;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.HypervolumeCurve;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ReferenceScale;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;

/** Charts of the front of several objectives. */
public final class FrontPlots {
  /** Suffix of the fact with the relative spread of the measurements of an objective. */
  private static final String SPREAD = ".spread";

  private static final double BEYOND = 0.5;

  /** Larger integers are written with a prefix: 12 M. */
  private static final double MOST_WHOLE = 1e7;

  private final List<Objective> objectives;
  private final List<TrialResult> results;
  private final List<ObjectiveText> texts;
  private final TrialFront front;

  private FrontPlots(StudyHistory history) {
    this.objectives = history.objectives();
    this.results =
        history.succeeded().stream().filter(result -> !result.objectives().isEmpty()).toList();
    this.texts = ObjectiveText.of(objectives, results);
    this.front = TrialFront.of(objectives, results);
  }

  /**
   * Returns a chart of the first objective against each other one.
   *
   * @return empty if there are fewer than two objectives, or no trial has values
   */
  public static List<XyChart> scatters(StudyHistory history) {
    FrontPlots plots = new FrontPlots(history);
    return plots.front.isEmpty()
        ? List.of()
        : IntStream.range(1, plots.objectives.size()).mapToObj(plots::scatter).toList();
  }

  /**
   * Returns the hypervolume after each trial.
   *
   * @return empty if an objective has no reference, or no trial has values
   */
  public static Optional<XyChart> hypervolume(StudyHistory history) {
    FrontPlots plots = new FrontPlots(history);
    return plots.front.isEmpty()
            || history.objectives().size() < 2
            || !ReferenceScale.applies(history.objectives())
        ? Optional.empty()
        : Optional.of(plots.hypervolume(new ReferenceScale(history.objectives())));
  }

  private XyChart hypervolume(ReferenceScale scale) {
    double[] volumes =
        HypervolumeCurve.of(
            results.stream().map(result -> scale.losses(result.objectives())).toList(),
            scale.reference());
    List<DataPoint> line = new ArrayList<>();
    List<Tooltip> tooltips = new ArrayList<>();
    for (int i = 0; i < volumes.length; i++) {
      int number = results.get(i).trial().number();
      line.add(new DataPoint(number, volumes[i]));
      tooltips.add(
          new Tooltip(
              number,
              volumes[i],
              "trial %d\nhypervolume %s".formatted(number, NumberFormat.significant(volumes[i]))));
    }
    return new XyChart(
        "hypervolume",
        "Hypervolume over the search",
        "Line of the hypervolume of all trials so far against the trial number, which ends at "
            + NumberFormat.significant(volumes[volumes.length - 1])
            + ".",
        Axis.ofTrials("trial", results.get(results.size() - 1).trial().number()),
        Axis.around("hypervolume, higher is better", Axis.Unit.NUMBER, Arrays.stream(volumes)),
        List.of(
            new Series.Line(
                "hypervolume", PaletteColor.BLUE, line, Series.Interpolation.STEP_AFTER)),
        tooltips,
        XyChart.Hover.NEAREST_COLUMN);
  }

  private XyChart scatter(int other) {
    boolean pair = objectives.size() == 2;
    Axis x = axis(other);
    Axis y = axis(0);
    return new XyChart(
        pair ? "front" : "front-" + other,
        "%s against %s".formatted(texts.get(0).name(), texts.get(other).name()),
        "Scatter plot of %s against %s of %d trials, with a stepped line along the front."
            .formatted(texts.get(0).name(), texts.get(other).name(), results.size()),
        x,
        y,
        series(other, x, y),
        results.stream().map(result -> tooltip(result, other)).toList(),
        XyChart.Hover.NEAREST_POINT);
  }

  /**
   * Returns an axis that contains the front, and beyond its worse end trials up to half as far away
   * as its better end; the others lie outside.
   */
  Axis axis(int objective) {
    ObjectiveText text = texts.get(objective);
    double[] all = results.stream().mapToDouble(r -> r.objectives().get(objective)).toArray();
    double[] own =
        front.members().stream().mapToDouble(r -> r.objectives().get(objective)).sorted().toArray();
    double beyond = BEYOND * (own[own.length - 1] - own[0]);
    boolean lowerIsBetter = objectives.get(objective).direction() == Direction.MINIMIZE;
    double low = lowerIsBetter ? own[0] : own[0] - beyond;
    double high = lowerIsBetter ? own[own.length - 1] + beyond : own[own.length - 1];
    return Axis.around(
        text.axisTitle(),
        unit(text, all),
        beyond > 0
            ? Arrays.stream(all).filter(value -> value >= low && value <= high)
            : Arrays.stream(all));
  }

  private static Axis.Unit unit(ObjectiveText text, double[] values) {
    if (text.isFraction()) {
      return Axis.Unit.PERCENT;
    }
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return text.whole() && largest < MOST_WHOLE ? Axis.Unit.WHOLE : Axis.Unit.NUMBER;
  }

  private List<Series> series(int other, Axis x, Axis y) {
    List<Series> series = new ArrayList<>();
    boolean pair = objectives.size() == 2;
    series.add(
        new Series.Line(
            pair ? "front" : "front of these two objectives",
            PaletteColor.VERMILION,
            staircase(other, x, y),
            Series.Interpolation.STEP_AFTER));
    List<DataPoint> dominated =
        results.stream()
            .filter(result -> !front.contains(result))
            .map(result -> point(result, other))
            .toList();
    if (!dominated.isEmpty()) {
      series.add(new Series.Points("dominated trial", PaletteColor.MUTED, dominated));
    }
    List<Series.Spread> spreads =
        front.members().stream()
            .map(member -> spread(member, other))
            .filter(spread -> spread.x() > 0 || spread.y() > 0)
            .toList();
    if (!spreads.isEmpty()) {
      series.add(new Series.Spreads("spread of measurements", PaletteColor.BLACK, spreads));
    }
    series.add(
        new Series.Points(
            pair ? "trial in the front" : "in the front of all objectives",
            PaletteColor.VERMILION,
            front.members().stream().map(member -> point(member, other)).toList()));
    series.add(
        new Series.Labels(
            front.members().stream()
                .sorted(Comparator.comparing(member -> titles(member).isEmpty()))
                .map(member -> new Series.LabelledPoint(point(member, other), titles(member)))
                .toList(),
            dominated,
            objectives.get(other).direction() == Direction.MINIMIZE,
            objectives.get(0).direction() == Direction.MAXIMIZE));
    return series;
  }

  /**
   * Returns the edge of the dominated region, from the worst end of the one axis to the other's.
   */
  private List<DataPoint> staircase(int other, Axis x, Axis y) {
    List<Objective> both = List.of(objectives.get(0), objectives.get(other));
    List<TrialResult> projected =
        results.stream()
            .map(
                result ->
                    new TrialResult(
                        result.trial(),
                        result.outcome(),
                        null,
                        List.of(result.objectives().get(0), result.objectives().get(other))))
            .toList();
    List<TrialResult> edge = new ArrayList<>(TrialFront.of(both, projected).members());
    // The members are sorted by the first objective, best first, so the last is best in the other.
    Collections.reverse(edge);
    List<DataPoint> line = new ArrayList<>();
    for (TrialResult member : edge) {
      line.add(new DataPoint(member.objectives().get(1), member.objectives().get(0)));
    }
    DataPoint first = line.get(0);
    DataPoint last = line.get(line.size() - 1);
    line.add(0, new DataPoint(first.x(), worst(objectives.get(0), y)));
    line.add(new DataPoint(worst(objectives.get(other), x), last.y()));
    return line;
  }

  private static double worst(Objective objective, Axis axis) {
    return objective.direction() == Direction.MINIMIZE ? axis.high() : axis.low();
  }

  private static DataPoint point(TrialResult result, int other) {
    return new DataPoint(result.objectives().get(other), result.objectives().get(0));
  }

  private Series.Spread spread(TrialResult member, int other) {
    return new Series.Spread(point(member, other), halfWidth(member, other), halfWidth(member, 0));
  }

  private double halfWidth(TrialResult member, int objective) {
    Double relative =
        member.outcome().account().figures().get(objectives.get(objective).name() + SPREAD);
    return relative == null ? 0 : Math.abs(relative * member.objectives().get(objective));
  }

  private String titles(TrialResult member) {
    return FrontText.titles(front, member);
  }

  private Tooltip tooltip(TrialResult result, int other) {
    String titles = front.contains(result) ? "in the front" : "";
    String named = titles(result);
    String values =
        IntStream.range(0, objectives.size())
            .mapToObj(
                i ->
                    "%s: %s%s"
                        .formatted(
                            texts.get(i).name(),
                            texts.get(i).of(result.objectives().get(i)),
                            FrontText.spread(objectives.get(i), result)))
            .collect(Collectors.joining("\n"));
    return new Tooltip(
        result.objectives().get(other),
        result.objectives().get(0),
        "trial %d%s\n%s\n%s"
            .formatted(
                result.trial().number(),
                named.isEmpty() ? titles.isEmpty() ? "" : ", " + titles : ", " + named,
                values,
                result.trial().proposal().architecture().summary()));
  }

  /** Returns the parallel coordinates; empty for fewer than three objectives, or without values. */
  public static Optional<ParallelCoordinates> parallel(StudyHistory history) {
    FrontPlots plots = new FrontPlots(history);
    return plots.front.isEmpty() || plots.objectives.size() < 3
        ? Optional.empty()
        : Optional.of(
            new ParallelCoordinates(
                plots.front,
                plots.results,
                plots.texts,
                IntStream.range(0, plots.objectives.size()).mapToObj(plots::axis).toList()));
  }
}
