package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.figure.CriticalDifferenceFigure;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;
import org.espalier.nas.analysis.comparison.text.Sentences;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The ranks of all arms: Friedman's test and the critical-difference diagram. */
final class CriticalDifferenceSection implements ComparisonSection {

  @Override
  public String id() {
    return "ranks";
  }

  @Override
  public String title() {
    return "Critical differences";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    Ranks ranks = view.results().ranks();
    if (ranks == null) {
      markup.leaf(
          "p",
          "Ranks need at least three arms and two blocks (problems or seeds) common to all arms.",
          "class",
          "nothing");
      return;
    }
    double alpha = view.results().comparison().protocol().alpha();
    String caption = caption(ranks, alpha);
    new FigureWriter(markup).figure(layout -> CriticalDifferenceFigure.of(ranks, layout), caption);
    if (ranks.p() > alpha) {
      markup.leaf(
          "p",
          "Friedman\u2019s test is not significant at "
              + alpha
              + ", so the diagram joins all arms.",
          "class",
          "note");
    }
  }

  /** Returns the test's result, and how the diagram is read. */
  static String caption(Ranks ranks, double alpha) {
    return "Ranked over "
        + Sentences.blocks(ranks)
        + (ranks.blocks() == Ranks.Blocks.SEEDS
            ? "; they hold for this problem only."
            : "; each problem counts once, whatever its number of seeds.")
        + " Friedman\u2019s \u03c7\u00b2 = "
        + NumberFormat.fixed(ranks.statistic(), 2)
        + ", p "
        + equal(ranks.p())
        + ". Thick lines join arms that do not differ significantly by Nemenyi\u2019s test at "
        + alpha
        + ". Rank 1 is the best.";
  }

  private static String equal(double p) {
    String text = ScoreFormat.probability(p);
    return text.startsWith("<") ? text : "= " + text;
  }
}
