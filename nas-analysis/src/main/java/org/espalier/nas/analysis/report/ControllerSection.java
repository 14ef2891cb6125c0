package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.plot.ControllerPlot;
import org.espalier.nas.analysis.run.RunRecord;

/** What the controller says about itself. */
final class ControllerSection implements Section {

  @Override
  public String id() {
    return "controller";
  }

  @Override
  public String title() {
    return "The controller";
  }

  @Override
  public void write(RunRecord run, Page page) {
    List<ControllerPlot> plots = ControllerPlot.of(run);
    if (plots.isEmpty()) {
      page.nothing(
          "The controller recorded nothing about itself; one that does not learn has neither"
              + " entropy nor loss.");
      return;
    }
    page.markup().open("div", "class", "columns");
    for (ControllerPlot plot : plots) {
      page.figure(plot.chart(run), Size.HALF, plot.caption());
    }
    page.markup().close();
  }
}
