package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.figure.PairMatrix;
import org.espalier.nas.analysis.comparison.figure.PairMatrix.Cell;
import org.espalier.nas.analysis.comparison.figure.ProblemView;
import org.espalier.nas.analysis.comparison.figure.ScoreFormat;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** Which arm is better than which: a matrix, and all numbers of each pair. */
final class PairsSection implements Section {

  private static final int FEW_PAIRS = 12;

  @Override
  public String id() {
    return "pairs";
  }

  @Override
  public String title() {
    return "Pair by pair";
  }

  @Override
  public void write(View view, Markup markup) {
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

  private static String note(View view) {
    return "A\u2081\u2082 (Vargha and Delaney) is the chance that a search of the row\u2019s arm"
        + " ends better than one of the column\u2019s, ties half; 0.5 is no difference. Below it"
        + " stands p of the paired Wilcoxon signed-rank test, adjusted by Holm over all tested"
        + " pairs of the problem. Coloured are pairs that are told apart at "
        + view.results().comparison().protocol().alpha()
        + ".";
  }

  private static void writeMatrix(ProblemView view, Markup markup) {
    List<String> arms = view.arms().stream().map(ArmResult::arm).toList();
    PairMatrix matrix = new PairMatrix(view);
    markup.open("ul", "class", "legend matrix-legend");
    legend(markup, "better", "the row\u2019s arm is better");
    legend(markup, "worse", "it is worse");
    legend(markup, "undecided", "these seeds cannot tell");
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
        switch (cell.verdict()) {
          case BETTER -> "better";
          case WORSE -> "worse";
          case UNDECIDED -> "undecided";
        };
    markup.open("td", "class", style, "data-tip", row + "\nagainst " + column);
    markup.leaf("b", Figures.fixed(cell.a12(), 2));
    markup.leaf("small", ScoreFormat.probability(cell.adjusted())).close();
  }

  private static void writeTable(View view, ProblemView problem, Markup markup) {
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
    DataTable table = new DataTable().words("first, second", "better").numbers("p", "adjusted p");
    table.numbers("A\u2081\u2082", "Cliff\u2019s \u03b4", "median difference");
    table.numbers("chance of improvement", "wins, ties, losses", "seeds", "seeds needed");
    for (PairResult pair : pairs) {
      table.row(row(problem, pair));
    }
    table.writeTo(markup);
    markup.leaf(
        "p",
        "Differences are first minus second of the same seed"
            + (problem.text().percent() ? ", in points" : "")
            + ", with "
            + view.confidence()
            + " intervals. Seeds needed: how many would find the observed effect with 80\u00a0%"
            + " power at this pair\u2019s level; a dash where there is no effect to find.",
        "class",
        "note");
    markup.close();
  }

  private static List<DataTable.Cell> row(ProblemView problem, PairResult pair) {
    ScoreFormat text = problem.text();
    String better =
        switch (pair.decision()) {
          case FIRST -> "first";
          case SECOND -> "second";
          case UNDECIDED -> "undecided";
        };
    Integer needed = pair.seedsNeeded();
    int losses = pair.pairs() - pair.wins() - pair.ties();
    return List.of(
        new DataTable.Cell(pair.first(), pair.second(), false),
        DataTable.Cell.of(better),
        DataTable.Cell.of(ScoreFormat.probability(pair.p())),
        DataTable.Cell.of(ScoreFormat.probability(pair.adjusted())),
        DataTable.Cell.of(Figures.fixed(pair.a12(), 3)),
        DataTable.Cell.of(Figures.fixed(pair.cliffsDelta(), 3)),
        new DataTable.Cell(
            text.difference(pair.difference().value()), text.differences(pair.difference()), false),
        new DataTable.Cell(
            Figures.fixed(pair.improvement().value(), 2),
            Figures.fixed(pair.improvement().low(), 2)
                + " to "
                + Figures.fixed(pair.improvement().high(), 2),
            false),
        DataTable.Cell.of(pair.wins() + ", " + pair.ties() + ", " + losses),
        DataTable.Cell.of(Figures.whole((long) pair.pairs())),
        DataTable.Cell.of(needed == null ? DataTable.ABSENT : Figures.whole(needed.longValue())));
  }
}
