package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.plot.ControllerPlot;

/** The diagnostics of the controller. */
final class ControllerSection implements ReportSection {

  @Override
  public String id() {
    return "controller";
  }

  @Override
  public String title() {
    return "The controller";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    List<ControllerPlot> plots = ControllerPlot.of(run.history());
    if (plots.isEmpty()) {
      page.nothing(
          "The controller recorded no diagnostics. Controllers without a policy have neither"
              + " entropy nor loss.");
      return;
    }
    page.markup().open("div", "class", "columns");
    for (ControllerPlot plot : plots) {
      page.figure(plot.chart(run.history()), ChartSize.HALF, plot.caption());
    }
    page.markup().close();
  }
}
