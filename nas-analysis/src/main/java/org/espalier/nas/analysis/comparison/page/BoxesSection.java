package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.figure.BoxesFigure;
import org.espalier.nas.analysis.comparison.figure.Layout;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.markup.Markup;

/** Where the searches of each arm ended, seed by seed. */
final class BoxesSection implements Section {

  @Override
  public String id() {
    return "distribution";
  }

  @Override
  public String title() {
    return "Final scores of all seeds";
  }

  @Override
  public void write(View view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (BoxesFigure.of(problem, Layout.WIDE).isEmpty()) {
        markup.leaf("p", "No search of this problem has ended.", "class", "nothing");
        continue;
      }
      new Pictures(markup)
          .figure(
              layout -> BoxesFigure.of(problem, layout).orElseThrow(),
              view.once(
                  problem,
                  "Each dot is a seed, a cross one that failed. Boxes go from quartile to quartile, the"
                      + " thick line is the median, whiskers end at the last seed within 1.5 times the"
                      + " box. Point at a dot to see its seed."));
    }
  }
}
