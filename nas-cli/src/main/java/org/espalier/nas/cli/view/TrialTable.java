package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.run.ShownMetric;
import org.jspecify.annotations.Nullable;

/** Results side by side, best first. */
public final class TrialTable {
  private static final String ABSENT = "\u2013";

  private final List<TrialRow> rows;
  private final String metric;

  /**
   * Creates a table of the best results.
   *
   * @param count maximum number of rows
   */
  public TrialTable(List<TrialResult> results, int count) {
    this.metric = ShownMetric.of(results);
    this.rows =
        results.stream()
            .filter(result -> result.reward().isPresent())
            .sorted(
                Comparator.comparingDouble((TrialResult result) -> -result.reward().orElseThrow())
                    .thenComparing(result -> result.trial().number()))
            .limit(count)
            .map(result -> TrialRow.of(result, metric))
            .toList();
  }

  /** Returns the rows as trees, for JSON. */
  public List<Object> tree() {
    return rows.stream().map(row -> (Object) row.tree(metric)).toList();
  }

  /**
   * Returns the table; each line ends with a line break.
   *
   * @param width maximum number of characters of a line
   */
  public String text(int width) {
    boolean continued = rows.stream().anyMatch(row -> row.continues() != null);
    List<String> titles =
        new ArrayList<>(
            List.of("#", "trial", "reward", ShownMetric.title(metric), "predicted", "parameters"));
    if (continued) {
      titles.addAll(List.of("continues", "trained"));
    }
    TextTable.Align[] aligns = new TextTable.Align[titles.size() + 1];
    Arrays.fill(aligns, RIGHT);
    aligns[titles.size()] = LEFT;
    titles.add("architecture");
    TextTable table = new TextTable(aligns);
    table.row(titles.toArray(String[]::new));
    for (int i = 0; i < rows.size(); i++) {
      table.row(cells(i, continued).toArray(String[]::new));
    }
    return table.cut(width);
  }

  private List<String> cells(int index, boolean continued) {
    TrialRow row = rows.get(index);
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(index + 1),
                Integer.toString(row.number()),
                decimals(row.reward()),
                decimals(row.measured(), row.spread()),
                decimals(row.predicted()),
                row.parameters() == null
                    ? ABSENT
                    : String.format(Locale.ROOT, "%,d", row.parameters())));
    if (continued) {
      cells.add(row.continues() == null ? ABSENT : Integer.toString(row.continues()));
      cells.add(Long.toString(row.trained()));
    }
    cells.add(row.architecture());
    return cells;
  }

  /** Returns a number and its spread over folds, if there is any. */
  public static String decimals(@Nullable Double value, @Nullable Double spread) {
    return decimals(value) + (spread == null ? "" : " \u00b1 " + decimals(spread));
  }

  /** Returns a number as {@link Decimals} writes it, or a dash. */
  public static String decimals(@Nullable Double value) {
    return value == null ? ABSENT : Decimals.of(value);
  }
}
