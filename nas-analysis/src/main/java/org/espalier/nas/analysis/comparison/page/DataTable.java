package org.espalier.nas.analysis.comparison.page;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.markup.Markup;

/**
 * A table that scrolls horizontally. Empty columns are omitted; the first column names the row and
 * stays visible.
 */
final class DataTable {

  /** Placeholder for a missing value. */
  static final String ABSENT = "\u2013";

  private record Column(String title, String style) {}

  /**
   * The content of a cell.
   *
   * @param text main text
   * @param more small text below, possibly empty
   * @param best true for the best value of the column
   */
  record Cell(String text, String more, boolean best) {
    static Cell of(String text) {
      return new Cell(text, "", false);
    }

    static Cell absent() {
      return of(ABSENT);
    }
  }

  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  DataTable numbers(String... titles) {
    for (String title : titles) {
      columns.add(new Column(title, "number"));
    }
    return this;
  }

  DataTable words(String... titles) {
    for (String title : titles) {
      columns.add(new Column(title, "words"));
    }
    return this;
  }

  void row(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells do not fit " + columns.size() + " columns.");
    }
    rows.add(List.copyOf(cells));
  }

  private List<Integer> shown() {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).text().equals(ABSENT))) {
        shown.add(i);
      }
    }
    return shown;
  }

  /** Returns the titles of the columns that are not empty. */
  List<String> titles() {
    return shown().stream().map(i -> columns.get(i).title()).toList();
  }

  /** Returns the rows without empty columns. */
  List<List<Cell>> rows() {
    List<Integer> shown = shown();
    return rows.stream().map(row -> shown.stream().map(row::get).toList()).toList();
  }

  void writeTo(Markup markup) {
    List<Integer> shown = shown();
    markup.open("div", "class", "scroll");
    markup.open("table", "class", "data").open("thead").open("tr");
    for (int i : shown) {
      Column column = columns.get(i);
      markup.leaf("th", column.title(), "class", column.style(), "scope", "col");
    }
    markup.close().close().open("tbody");
    for (List<Cell> row : rows) {
      markup.open("tr");
      for (int i : shown) {
        write(markup, columns.get(i), row.get(i), i == 0);
      }
      markup.close();
    }
    markup.close().close().close();
  }

  private static void write(Markup markup, Column column, Cell cell, boolean first) {
    String style = column.style() + (first ? " head" : "") + (cell.best() ? " best" : "");
    markup.open("td", "class", style).open("span");
    markup.text(cell.text());
    if (!cell.more().isEmpty()) {
      markup.leaf("small", cell.more());
    }
    markup.close().close();
  }
}
