package org.espalier.nas.analysis.report;

import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.SearchPlot;

/** The metric of each trial and the best value so far. */
final class SearchSection implements ReportSection {

  @Override
  public String id() {
    return "search";
  }

  @Override
  public String title() {
    return "The search";
  }

  @Override
  public boolean applies(RunReport run) {
    return !run.history().several();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    String metric = run.metric().label();
    Optional<XyChart> chart = SearchPlot.of(run.history(), run.metric());
    if (chart.isEmpty()) {
      page.nothing(
          run.history().results().isEmpty()
              ? "No trial has finished yet."
              : "No trial has a value of " + metric + ".");
      return;
    }
    page.figure(
        chart.get(),
        ChartSize.FULL,
        "Each dot is the "
            + metric
            + " of a trial after its last epoch, in the order of proposals. The line is the best"
            + " value so far, which improves even with random proposals. A controller that learns "
            + (run.metric().isMaximized() ? "raises" : "lowers")
            + " the whole cloud of dots.");
  }
}
