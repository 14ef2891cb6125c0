package org.espalier.nas.analysis.report;

import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.PredictionPlots;
import org.espalier.nas.analysis.statistics.Agreement;
import org.espalier.nas.analysis.statistics.AgreementOverTime;

/** Predicted against actual rewards, and their agreement over time. */
final class PredictionSection implements ReportSection {

  @Override
  public String id() {
    return "predictions";
  }

  @Override
  public String title() {
    return "Predictions";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    AgreementOverTime agreement = AgreementOverTime.of(run.history());
    Optional<XyChart> scatter = PredictionPlots.scatter(run.history(), agreement);
    if (scatter.isEmpty()) {
      page.nothing(
          "The controller made no predictions: it has no predictor, or the predictor is disabled.");
      return;
    }
    Agreement overall = agreement.overall();
    page.paragraph(
        String.format(
            Locale.ROOT,
            "The controller predicted the reward (%2$s) of %1$d trials before they ran."
                + " Kendall\u2019s \u03c4 is %3$s and the mean absolute error %4$s.",
            overall.pairs(),
            run.reward(),
            PredictionPlots.text(overall.kendall()),
            PredictionPlots.text(overall.meanAbsoluteError())));
    page.markup().open("div", "class", "columns");
    page.figure(
        scatter.get(),
        ChartSize.TALL,
        "Predictions on the dashed line are exact; those above it are too high. The choice of"
            + " candidates depends on the rank correlation, not on the distance from the line.");
    page.markup().open("div", "class", "stack");
    writeCourse(agreement, page);
    page.markup().close().close();
  }

  private static void writeCourse(AgreementOverTime agreement, ReportWriter page) {
    Optional<XyChart> kendall = PredictionPlots.kendall(agreement);
    Optional<XyChart> error = PredictionPlots.error(agreement);
    if (kendall.isEmpty() && error.isEmpty()) {
      page.nothing("There are too few predictions for their agreement over time.");
    }
    kendall.ifPresent(
        chart ->
            page.figure(
                chart,
                ChartSize.LOW,
                "1: predictions rank all trials correctly; 0: no better than chance; \u22121:"
                    + " reversed. Equal values count as ties (\u03c4-b)."));
    error.ifPresent(
        chart ->
            page.figure(
                chart,
                ChartSize.LOW,
                "Mean absolute difference between predicted and actual reward; lower is better."));
  }
}
