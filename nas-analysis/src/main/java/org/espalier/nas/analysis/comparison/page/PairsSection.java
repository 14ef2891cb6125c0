package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.figure.PairMatrix;
import org.espalier.nas.analysis.comparison.figure.PairMatrix.Cell;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.text.ScoreFormat;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The tests of all pairs: a matrix, and all numbers of each pair. */
final class PairsSection implements ComparisonSection {

  private static final int FEW_PAIRS = 12;

  @Override
  public String id() {
    return "pairs";
  }

  @Override
  public String title() {
    return "Pairwise tests";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    for (ProblemView problem : view.problems()) {
      view.head(problem, markup);
      if (problem.pairs().isEmpty()) {
        markup.leaf("p", "No pair was tested.", "class", "nothing");
        continue;
      }
      writeMatrix(problem, markup);
      writeTable(view, problem, markup);
    }
    markup.leaf("p", note(view), "class", "note");
  }

  /** Returns the meaning of the tests. */
  static String note(PageModel view) {
    return "A\u2081\u2082 (Vargha and Delaney) is the probability that a search of the row\u2019s"
        + " arm is better than one of the column\u2019s, ties counting half; 0.5 means no"
        + " difference. Below it is the p-value of the paired Wilcoxon signed-rank test,"
        + " adjusted by Holm over all tested pairs of the problem. Colored cells are"
        + " significant at "
        + view.results().comparison().protocol().alpha()
        + ".";
  }

  private static void writeMatrix(ProblemView view, Markup markup) {
    List<String> arms = view.arms().stream().map(ArmResult::arm).toList();
    PairMatrix matrix = new PairMatrix(view);
    markup.open("ul", "class", "legend matrix-legend");
    legend(markup, "better", "row significantly better");
    legend(markup, "worse", "row significantly worse");
    legend(markup, "undecided", "no significant difference");
    markup.close();
    markup.open("div", "class", "scroll").open("table", "class", "matrix").open("thead");
    markup.open("tr").leaf("th", "arm", "scope", "col");
    for (int i = 0; i < arms.size(); i++) {
      markup.leaf("th", Integer.toString(i + 1), "scope", "col", "data-tip", arms.get(i));
    }
    markup.close().close().open("tbody");
    for (int i = 0; i < arms.size(); i++) {
      String row = arms.get(i);
      markup.open("tr").open("th", "scope", "row");
      markup.leaf("span", Integer.toString(i + 1), "class", "ordinal");
      markup.leaf("span", row, "class", "arm").close();
      for (String column : arms) {
        matrix
            .cell(row, column)
            .ifPresentOrElse(
                cell -> writeCell(markup, cell, row, column),
                () -> markup.leaf("td", "", "class", row.equals(column) ? "self" : "untested"));
      }
      markup.close();
    }
    markup.close().close().close();
  }

  private static void legend(Markup markup, String style, String text) {
    markup.open("li").leaf("span", "", "class", "swatch box " + style).text(text).close();
  }

  private static void writeCell(Markup markup, Cell cell, String row, String column) {
    String style =
        switch (cell.outcome()) {
          case BETTER -> "better";
          case WORSE -> "worse";
          case UNDECIDED -> "undecided";
        };
    markup.open("td", "class", style, "data-tip", row + "\nagainst " + column);
    markup.leaf("b", NumberFormat.fixed(cell.a12(), 2));
    markup.leaf("small", ScoreFormat.probability(cell.adjusted())).close();
  }

  private static void writeTable(PageModel view, ProblemView problem, Markup markup) {
    List<PairResult> pairs = problem.pairs();
    if (pairs.size() <= FEW_PAIRS) {
      markup.open("details", "open", "open");
    } else {
      markup.open("details");
    }
    markup.leaf(
        "summary",
        pairs.size() == 1
            ? "All numbers of the pair"
            : "All numbers of " + pairs.size() + " pairs");
    table(problem).writeTo(markup);
    markup.leaf("p", differences(view, problem), "class", "note");
    markup.close();
  }

  /** Returns all numbers of the pairs of a problem. */
  static DataTable table(ProblemView problem) {
    DataTable table =
        new DataTable().words("first, second", "significantly better").numbers("p", "adjusted p");
    table.numbers("A\u2081\u2082", "Cliff\u2019s \u03b4", "median difference");
    table.numbers("probability of improvement", "wins, ties, losses", "seeds", "seeds needed");
    problem.pairs().forEach(pair -> table.row(row(problem, pair)));
    return table;
  }

  /** Returns the meaning of the columns. */
  static String differences(PageModel view, ProblemView problem) {
    return "Differences are first minus second on the same seed"
        + (problem.text().percent() ? ", in points" : "")
        + ", with "
        + view.confidence()
        + " confidence intervals. Seeds needed: the number of seeds to detect the observed"
        + " effect with 80\u00a0% power at the level of the pair; a dash if there is no"
        + " effect.";
  }

  private static List<DataTable.Cell> row(ProblemView problem, PairResult pair) {
    ScoreFormat text = problem.text();
    String better =
        switch (pair.decision()) {
          case FIRST -> "first";
          case SECOND -> "second";
          case UNDECIDED -> "neither";
        };
    Integer needed = pair.seedsNeeded();
    int losses = pair.pairs() - pair.wins() - pair.ties();
    return List.of(
        new DataTable.Cell(pair.first(), pair.second(), false),
        DataTable.Cell.of(better),
        DataTable.Cell.of(ScoreFormat.probability(pair.p())),
        DataTable.Cell.of(ScoreFormat.probability(pair.adjusted())),
        DataTable.Cell.of(NumberFormat.fixed(pair.a12(), 3)),
        DataTable.Cell.of(NumberFormat.fixed(pair.cliffsDelta(), 3)),
        new DataTable.Cell(
            text.difference(pair.difference().value()), text.differences(pair.difference()), false),
        new DataTable.Cell(
            NumberFormat.fixed(pair.improvement().value(), 2),
            NumberFormat.fixed(pair.improvement().low(), 2)
                + " to "
                + NumberFormat.fixed(pair.improvement().high(), 2),
            false),
        DataTable.Cell.of(pair.wins() + ", " + pair.ties() + ", " + losses),
        DataTable.Cell.of(NumberFormat.whole((long) pair.pairs())),
        DataTable.Cell.of(
            needed == null ? DataTable.ABSENT : NumberFormat.whole(needed.longValue())));
  }
}
