package org.espalier.nas.cli.reference;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.util.List;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;

/** A table of settings; if lines are short, each description is below its setting. */
final class SettingTable {
  private static final String INDENT = "    ";
  private static final int LEAST_BESIDE = 32;

  private SettingTable() {}

  static String text(List<SettingRow> rows, int width) {
    List<String> lines = withoutDescriptions(rows).toString().lines().toList();
    int widest = lines.stream().mapToInt(String::length).max().orElse(0);
    return widest + LEAST_BESIDE <= width ? beside(rows, width) : below(rows, lines, width);
  }

  private static TextTable withoutDescriptions(List<SettingRow> rows) {
    TextTable table =
        new TextTable(LEFT, LEFT, LEFT, LEFT).row("SETTING", "TYPE", "DEFAULT", "RANGE");
    rows.forEach(row -> table.row(row.indented(), row.type(), row.standard(), row.range()));
    return table;
  }

  private static String beside(List<SettingRow> rows, int width) {
    TextTable table =
        new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT)
            .row("SETTING", "TYPE", "DEFAULT", "RANGE", "DESCRIPTION");
    rows.forEach(
        row ->
            table.row(row.indented(), row.type(), row.standard(), row.range(), row.description()));
    return table.fitting(width);
  }

  private static String below(List<SettingRow> rows, List<String> lines, int width) {
    StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      SettingRow row = rows.get(i);
      text.append(lines.get(i + 1)).append('\n');
      if (!row.description().isEmpty()) {
        String indent = INDENT + "  ".repeat(row.depth());
        Words.wrap(row.description(), width - indent.length())
            .forEach(line -> text.append(indent).append(line).append('\n'));
      }
    }
    return text.toString();
  }
}
