package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.figure.AttainmentFigure;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;

/** The fronts that the searches of each arm reach, for problems with two objectives. */
final class AttainmentSection implements ComparisonSection {

  @Override
  public String id() {
    return "attainment";
  }

  @Override
  public String title() {
    return "Attainment surfaces";
  }

  @Override
  public boolean applies(PageModel view) {
    return view.problems().stream().anyMatch(AttainmentFigure::applies);
  }

  @Override
  public void write(PageModel view, Markup markup) {
    List<SearchRecord> searches = view.results().comparison().searches();
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (AttainmentFigure.of(problem, searches, FigureLayout.WIDE, false).isEmpty()) {
        markup.leaf(
            "p", "No search of this problem has values of two objectives.", "class", "nothing");
        continue;
      }
      new FigureWriter(markup)
          .choice(
              "attainment-" + problem.index(),
              "median",
              layout -> AttainmentFigure.of(problem, searches, layout, false).orElseThrow(),
              "quartiles",
              layout -> AttainmentFigure.of(problem, searches, layout, true),
              view.once(
                  problem,
                  "Half of the searches of an arm found a trial at least as good in both objectives"
                      + " as each point on its line. Quartiles: thin lines for a quarter and for"
                      + " three quarters of the searches."
                      + (problem.problem().front().isEmpty()
                          ? ""
                          : " The dotted line is the true front.")));
    }
  }
}
