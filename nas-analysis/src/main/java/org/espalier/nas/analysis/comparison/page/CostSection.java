package org.espalier.nas.analysis.comparison.page;

import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.comparison.figure.CostFigure;
import org.espalier.nas.analysis.comparison.figure.CostFigure.Cost;
import org.espalier.nas.analysis.comparison.figure.Layout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** What the arms reached, against what they cost. */
final class CostSection implements Section {

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Cost against quality";
  }

  @Override
  public void write(View view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      boolean charged = false;
      for (Cost cost : Cost.values()) {
        OptionalDouble same = CostFigure.same(problem, cost);
        charged |= same.isPresent();
        if (same.isPresent()) {
          String all = Figures.whole(same.getAsDouble()) + " " + cost.label();
          markup.leaf(
              "p",
              "All arms cost the same to a hundredth: " + all + " a search.",
              "class",
              "nothing");
        }
      }
      boolean epochs = CostFigure.of(problem, Cost.EPOCHS, Layout.WIDE).isPresent();
      Cost first = epochs ? Cost.EPOCHS : Cost.SECONDS;
      if (CostFigure.of(problem, first, Layout.WIDE).isEmpty()) {
        if (!charged) {
          markup.leaf("p", "The searches were charged nothing.", "class", "nothing");
        }
        continue;
      }
      new Pictures(markup)
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
                      + " intervals of the mean score. What the controllers themselves compute is not"
                      + " in the cost."));
    }
  }
}
