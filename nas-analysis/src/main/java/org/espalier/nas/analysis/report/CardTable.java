package org.espalier.nas.analysis.report;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.plot.MetricText;

/** A table whose rows become cards on a phone. Empty columns are omitted. */
final class CardTable {

  /** Placeholder for a missing value. */
  static final String ABSENT = MetricText.ABSENT;

  private static final String CODE = "code";

  private record Column(String title, String style) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a column of numbers. */
  CardTable numbers(String title) {
    columns.add(new Column(title, "number"));
    return this;
  }

  /** Adds a column of text. */
  CardTable words(String title) {
    columns.add(new Column(title, "words"));
    return this;
  }

  /** Adds a column of architectures or other formal text. */
  CardTable code(String title) {
    columns.add(new Column(title, CODE));
    return this;
  }

  /** Adds a row with a cell for each column. */
  CardTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fit " + columns.size() + " columns.");
    }
    rows.add(List.of(cells));
    return this;
  }

  void writeTo(Markup markup) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).equals(ABSENT))) {
        shown.add(i);
      }
    }
    markup.open("table", "class", "cards").open("thead").open("tr");
    for (int i : shown) {
      Column column = columns.get(i);
      markup.leaf("th", column.title(), "class", column.style(), "scope", "col");
    }
    markup.close().close().open("tbody");
    for (List<String> row : rows) {
      markup.open("tr");
      for (int i : shown) {
        Column column = columns.get(i);
        markup.open("td", "class", column.style(), "data-label", column.title());
        writeCell(markup, row.get(i), column.style());
        markup.close();
      }
      markup.close();
    }
    markup.close().close();
  }

  /** Breaks formal text between its parts, not within parentheses. */
  private static void writeCell(Markup markup, String text, String style) {
    if (!style.equals(CODE)) {
      markup.text(text);
      return;
    }
    markup.open("span");
    int start = 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ' ' && depth == 0) {
        markup.leaf("span", text.substring(start, i), "class", "part").text(" ");
        start = i + 1;
      }
    }
    markup.leaf("span", text.substring(start), "class", "part").close();
  }
}
