package org.espalier.nas.analysis.report;

import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.SearchPlot;
import org.espalier.nas.analysis.run.RunRecord;

/** The metric of each trial and the best so far. */
final class SearchSection implements Section {

  @Override
  public String id() {
    return "search";
  }

  @Override
  public String title() {
    return "The search";
  }

  @Override
  public void write(RunRecord run, Page page) {
    String metric = run.objective().metricName();
    Optional<XyChart> chart = SearchPlot.of(run);
    if (chart.isEmpty()) {
      page.nothing(
          run.trials().isEmpty()
              ? "No trial has finished yet."
              : "No trial has a value of " + metric + ".");
      return;
    }
    page.figure(
        chart.get(),
        Size.FULL,
        "Each dot is one trial, in the order in which the controller proposed them: "
            + metric
            + " after its last epoch. The line is the best so far. A controller that learns"
            + (run.objective().higherIsBetter() ? " lifts" : " lowers")
            + " the whole cloud of dots, not only the line, which chance alone improves too.");
  }
}
