package org.espalier.nas.analysis.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Mark;
import org.espalier.nas.analysis.chart.Mark.Point;
import org.espalier.nas.analysis.chart.Tip;
import org.espalier.nas.analysis.chart.Tone;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.run.Objective;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.RunningBest;
import org.espalier.nas.api.trial.TrialResult;

/** The metric of each trial, the best so far, and where trials failed. */
public final class SearchPlot {

  private SearchPlot() {}

  /** The chart of a run; empty if no trial has a value of the metric. */
  public static Optional<XyChart> of(RunRecord run) {
    List<TrialResult> measured = measured(run);
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    Objective objective = run.objective();
    double[] values =
        measured.stream().mapToDouble(r -> objective.valueOf(r).orElseThrow()).toArray();
    double[] best = RunningBest.of(values, objective.higherIsBetter());
    MetricText metric = new MetricText(objective);
    int last = run.trials().get(run.trials().size() - 1).trial().number();
    Axis y = Axis.around(metric.axisTitle(), metric.unit(), Arrays.stream(values));
    return Optional.of(
        new XyChart(
            "search",
            metric.heading() + " over the search",
            "Scatter plot of "
                + metric.name()
                + " against the number of the trial, with a line for the best so far, which ends"
                + " at "
                + metric.of(best[best.length - 1])
                + ".",
            Axis.ofTrials("trial", last),
            y,
            marks(run, measured, values, best, y),
            tips(measured, values, best, metric),
            XyChart.Pointing.NEAREST_COLUMN));
  }

  private static List<TrialResult> measured(RunRecord run) {
    return run.succeeded().stream()
        .filter(result -> run.objective().valueOf(result).isPresent())
        .toList();
  }

  private static List<Mark> marks(
      RunRecord run, List<TrialResult> measured, double[] values, double[] best, Axis y) {
    List<Point> dots = new ArrayList<>();
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      int number = measured.get(i).trial().number();
      dots.add(new Point(number, values[i]));
      line.add(new Point(number, best[i]));
    }
    int last = run.trials().get(run.trials().size() - 1).trial().number();
    line.add(new Point(last, best[best.length - 1]));
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Dots("one trial", Tone.BLUE, dots));
    marks.add(new Mark.Line("best so far", Tone.VERMILION, line, Mark.Course.STEPS));
    if (!run.failed().isEmpty()) {
      double floor = y.low() + 0.025 * (y.high() - y.low());
      List<Point> places =
          run.failed().stream().map(r -> new Point(r.trial().number(), floor)).toList();
      marks.add(new Mark.Crosses("failed trial", Tone.PURPLE, places));
    }
    return marks;
  }

  private static List<Tip> tips(
      List<TrialResult> measured, double[] values, double[] best, MetricText metric) {
    List<Tip> tips = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      TrialResult result = measured.get(i);
      int number = result.trial().number();
      String text =
          String.format(
              Locale.ROOT,
              "trial %d: %s%s\n%s\nbest so far: %s",
              number,
              metric.of(values[i]),
              EndingText.of(result).map(ending -> ", " + ending).orElse(""),
              result.trial().proposal().architecture().summary(),
              metric.of(best[i]));
      tips.add(new Tip(number, values[i], text));
    }
    return tips;
  }
}
