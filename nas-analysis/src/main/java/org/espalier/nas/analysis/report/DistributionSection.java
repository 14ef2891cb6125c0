package org.espalier.nas.analysis.report;

import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.DistributionPlot;

/** The distribution of the metric. */
final class DistributionSection implements ReportSection {

  @Override
  public String id() {
    return "distribution";
  }

  @Override
  public String title() {
    return "Distribution";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    Optional<XyChart> chart = DistributionPlot.of(run.history(), run.metric());
    if (chart.isEmpty()) {
      page.nothing("No trial has a value of the metric.");
      return;
    }
    page.figure(
        chart.get(),
        ChartSize.BAND,
        (run.metric().isFraction()
                ? "One bar per percent: the bar from 52 to 53 counts trials from 52 % up to, but"
                    + " not including, 53 %. "
                : "Each bar counts the trials in its interval, including the lower end. ")
            + "A tall bar far from the best values often consists of networks that learned nothing"
            + " and give the same output for every example.");
  }
}
