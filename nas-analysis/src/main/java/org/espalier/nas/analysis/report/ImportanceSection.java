package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.drawing.PaletteColor;
import org.espalier.nas.analysis.importance.RunImportance;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.plot.ImportanceFigure;

/** The importance of the decisions for the reward or for each objective. */
final class ImportanceSection implements ReportSection {

  @Override
  public String id() {
    return "importance";
  }

  @Override
  public String title() {
    return "Importance of decisions";
  }

  @Override
  public boolean applies(RunReport run) {
    return !importances(run).isEmpty();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    List<RunImportance> importances = importances(run);
    boolean several = importances.size() > 1;
    page.figure(
        "Importance for the best tenth by "
            + (several ? "each objective" : ImportanceFigure.target(importances.get(0))),
        several ? legend(importances) : List.of(),
        (width, height) -> ImportanceFigure.of(importances, width),
        caption(importances.get(0), run));
  }

  private static List<RunImportance> importances(RunReport run) {
    return RunImportance.of(run.history(), run.subjects().decisions()).stream()
        .filter(importance -> importance.problem().isEmpty())
        .toList();
  }

  private static List<ReportWriter.LegendEntry> legend(List<RunImportance> importances) {
    return IntStream.range(0, importances.size())
        .mapToObj(
            i ->
                new ReportWriter.LegendEntry(
                    ImportanceFigure.target(importances.get(i)), PaletteColor.ofSeries(i)))
        .toList();
  }

  private static String caption(RunImportance importance, RunReport run) {
    int hidden = importance.shares().size() - ImportanceFigure.MOST_ROWS;
    return "A decision is important if the best tenth of the "
        + NumberFormat.whole((long) importance.trials())
        + " completed trials answers it differently from all of them (PED-ANOVA). Each decision is"
        + " judged by itself: effects of combinations are not seen, and a decision that the search"
        + " settled early looks unimportant."
        + (hidden > 0 ? " The " + hidden + " least important decisions are not shown." : "")
        + (run.subjects().decisions().isEmpty()
            ? " The search space is not known, so domains are those of the trials' answers."
            : "");
  }
}
