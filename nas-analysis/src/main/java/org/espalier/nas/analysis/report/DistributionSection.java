package org.espalier.nas.analysis.report;

import java.util.Optional;
import org.espalier.nas.analysis.chart.XyChart;
import org.espalier.nas.analysis.plot.DistributionPlot;
import org.espalier.nas.analysis.run.RunRecord;

/** How the trials' values are distributed. */
final class DistributionSection implements Section {

  @Override
  public String id() {
    return "distribution";
  }

  @Override
  public String title() {
    return "Distribution";
  }

  @Override
  public void write(RunRecord run, Page page) {
    Optional<XyChart> chart = DistributionPlot.of(run);
    if (chart.isEmpty()) {
      page.nothing("There are no values to count.");
      return;
    }
    page.figure(
        chart.get(),
        Size.BAND,
        (run.objective().isShare()
                ? "One bar for each integer percent: a bar from 52 to 53 counts trials from 52 %"
                    + " up to, but not including, 53 %. "
                : "Each bar counts the trials in its interval, its lower end included. ")
            + "A tall bar far from the best values often is a kind of network that learnt nothing:"
            + " one that gives the same answer to every example.");
  }
}
