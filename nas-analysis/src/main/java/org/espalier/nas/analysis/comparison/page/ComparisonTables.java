package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.figure.ProblemView;

/** The tables of the report, and the notes below its figures, for pages that are made elsewhere. */
public final class ComparisonTables {

  /**
   * A table of a problem.
   *
   * @param columns titles of the columns; the first names the row
   * @param rows cells of each row
   * @param note meaning of the columns
   */
  public record Table(List<String> columns, List<List<Cell>> rows, String note) {
    /** Copies. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A cell of a table.
   *
   * @param text main text
   * @param more small text below, possibly empty
   * @param best true for the best value of the column
   */
  public record Cell(String text, String more, boolean best) {}

  /**
   * The tables of a problem.
   *
   * @param problem name of the problem
   * @param about sentences about its scores
   * @param ranking the results of its arms, the best first
   * @param pairs the tests of its pairs; without rows if none was tested
   */
  public record ProblemTables(String problem, String about, Table ranking, Table pairs) {}

  private ComparisonTables() {}

  /** Returns the tables of all problems that have results, in the order of the file. */
  public static List<ProblemTables> of(ComparisonResults results) {
    PageModel view = PageModel.of(results);
    List<ProblemTables> tables = new ArrayList<>();
    for (ProblemView problem : view.problems()) {
      if (!problem.arms().isEmpty()) {
        tables.add(
            new ProblemTables(
                problem.problem().name(),
                RankingSection.about(problem),
                table(RankingSection.table(problem), RankingSection.note(view)),
                table(
                    PairsSection.table(problem),
                    PairsSection.note(view) + " " + PairsSection.differences(view, problem))));
      }
    }
    return List.copyOf(tables);
  }

  private static Table table(DataTable table, String note) {
    List<List<Cell>> rows =
        table.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> new Cell(cell.text(), cell.more(), cell.best()))
                        .toList())
            .toList();
    return new Table(table.titles(), rows, note);
  }

  /** Returns the note below the anytime curves. */
  public static String curvesNote(ComparisonResults results) {
    return CurvesSection.caption(PageModel.of(results));
  }

  /** Returns the note below the diagram of ranks; empty if there are no ranks. */
  public static String ranksNote(ComparisonResults results) {
    Ranks ranks = results.ranks();
    return ranks == null
        ? ""
        : CriticalDifferenceSection.caption(ranks, results.comparison().protocol().alpha());
  }
}
