package org.espalier.nas.analysis.report;

import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.PredictionPlots;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.AgreementOverTime;

/** Predicted against real rewards, and how their agreement changes. */
final class PredictionSection implements Section {

  @Override
  public String id() {
    return "predictions";
  }

  @Override
  public String title() {
    return "Predictions";
  }

  @Override
  public void write(RunRecord run, Page page) {
    AgreementOverTime agreement = AgreementOverTime.of(run);
    Optional<XyChart> scatter = PredictionPlots.scatter(run, agreement);
    if (scatter.isEmpty()) {
      page.nothing(
          "The controller predicted no rewards in this run: it has no predictor, or it was off.");
      return;
    }
    Agreement overall = agreement.overall();
    page.paragraph(
        String.format(
            Locale.ROOT,
            "Before each of %d trials the controller predicted its reward (%s). Over the whole search"
                + " Kendall\u2019s \u03c4 is %s and the mean absolute error %s.",
            overall.pairs(),
            run.objective().reward(),
            PredictionPlots.text(overall.kendall()),
            PredictionPlots.text(overall.meanAbsoluteError())));
    page.markup().open("div", "class", "columns");
    page.figure(
        scatter.get(),
        Size.TALL,
        "On the dashed line a prediction is exact; above it the controller expected too much. What"
            + " counts for choosing candidates is that dots rise together, wherever the line is.");
    page.markup().open("div", "class", "stack");
    writeCourse(agreement, page);
    page.markup().close().close();
  }

  private static void writeCourse(AgreementOverTime agreement, Page page) {
    Optional<XyChart> kendall = PredictionPlots.kendall(agreement);
    Optional<XyChart> error = PredictionPlots.error(agreement);
    if (kendall.isEmpty() && error.isEmpty()) {
      page.nothing("There are too few predictions to follow their agreement over time.");
    }
    kendall.ifPresent(
        chart ->
            page.figure(
                chart,
                Size.LOW,
                "1: the predictions put all trials in the right order; 0: no better than chance;"
                    + " \u22121: reversed. Equal values count as ties (\u03c4-b)."));
    error.ifPresent(
        chart ->
            page.figure(
                chart,
                Size.LOW,
                "The mean distance between predicted and real reward; lower is better."));
  }
}
