package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.figure.BoxPlotFigure;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;

/** The final scores of each arm by seed. */
final class DistributionPerArmSection implements ComparisonSection {

  @Override
  public String id() {
    return "distribution";
  }

  @Override
  public String title() {
    return "Final scores of all seeds";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (BoxPlotFigure.of(problem, FigureLayout.WIDE).isEmpty()) {
        markup.leaf("p", "No search of this problem has finished.", "class", "nothing");
        continue;
      }
      new FigureWriter(markup)
          .figure(
              layout -> BoxPlotFigure.of(problem, layout).orElseThrow(),
              view.once(
                  problem,
                  "Each dot is a seed, each cross a failed search. Boxes show the quartiles and the"
                      + " median, whiskers the last seed within 1.5 times the box. Point at a dot"
                      + " to see its seed."));
    }
  }
}
