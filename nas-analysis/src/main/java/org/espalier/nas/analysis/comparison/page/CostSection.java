package org.espalier.nas.analysis.comparison.page;

import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.comparison.figure.CostFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure.Cost;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The scores of the arms against their costs. */
final class CostSection implements ComparisonSection {

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Cost against quality";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      boolean charged = false;
      for (Cost cost : Cost.values()) {
        OptionalDouble same = CostFigure.same(problem, cost);
        charged |= same.isPresent();
        if (same.isPresent()) {
          String all = amount(same.getAsDouble(), cost.label());
          markup.leaf(
              "p",
              "All arms have the same cost within 1 %: " + all + " per search.",
              "class",
              "nothing");
        }
      }
      boolean epochs = CostFigure.of(problem, Cost.EPOCHS, FigureLayout.WIDE).isPresent();
      Cost first = epochs ? Cost.EPOCHS : Cost.SECONDS;
      if (CostFigure.of(problem, first, FigureLayout.WIDE).isEmpty()) {
        if (!charged) {
          markup.leaf("p", "The searches have no recorded cost.", "class", "nothing");
        }
        continue;
      }
      new FigureWriter(markup)
          .choice(
              "cost-" + problem.index(),
              first.label(),
              layout -> CostFigure.of(problem, first, layout).orElseThrow(),
              Cost.SECONDS.label(),
              layout -> epochs ? CostFigure.of(problem, Cost.SECONDS, layout) : Optional.empty(),
              view.once(
                  problem,
                  "Up is better, left is cheaper. Lines are "
                      + view.confidence()
                      + " confidence intervals of the mean score. Cost excludes the computing time"
                      + " of the controllers."));
    }
  }

  private static String amount(double number, String label) {
    return NumberFormat.whole(number)
        + " "
        + (Math.round(number) == 1 ? label.replaceFirst("s$", "") : label);
  }
}
