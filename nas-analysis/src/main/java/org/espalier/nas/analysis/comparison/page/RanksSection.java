package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.figure.RanksFigure;
import org.espalier.nas.analysis.comparison.figure.ScoreFormat;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** All arms together: Friedman's test and the critical-difference diagram. */
final class RanksSection implements Section {

  @Override
  public String id() {
    return "ranks";
  }

  @Override
  public String title() {
    return "Critical differences";
  }

  @Override
  public void write(View view, Markup markup) {
    Ranks ranks = view.results().ranks();
    if (ranks == null) {
      markup.leaf(
          "p",
          "Ranks of all arms together need three arms and two blocks that all arms have.",
          "class",
          "nothing");
      return;
    }
    double alpha = view.results().comparison().protocol().alpha();
    String caption =
        "Ranked over "
            + ranks.blocks()
            + (ranks.blocks().contains("seed")
                ? "; they say something of this problem only."
                : "; each problem counts once, however many seeds it has.")
            + " Friedman\u2019s \u03c7\u00b2 = "
            + Figures.fixed(ranks.statistic(), 2)
            + ", p "
            + equal(ranks.p())
            + ". Arms that are joined by a thick line differ by less than the critical difference"
            + " of Nemenyi\u2019s test at "
            + alpha
            + " and cannot be told apart by it. Rank 1 is the best.";
    new Pictures(markup).figure(layout -> RanksFigure.of(ranks, layout), caption);
    if (ranks.p() > alpha) {
      markup.leaf(
          "p",
          "Friedman\u2019s test finds no difference between the arms at "
              + alpha
              + "; then neither does the diagram.",
          "class",
          "note");
    }
  }

  private static String equal(double p) {
    String text = ScoreFormat.probability(p);
    return text.startsWith("<") ? text : "= " + text;
  }
}
