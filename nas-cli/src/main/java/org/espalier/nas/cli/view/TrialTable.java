package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.Decimals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.experiment.run.ShownMetric;
import org.jspecify.annotations.Nullable;

/** Results side by side, best first. */
public final class TrialTable {
  private static final String ABSENT = "\u2013";

  private final StudyHistory history;
  private final List<TrialResult> results;
  private final List<TrialRow> rows;
  private final Function<TrialResult, List<String>> titles;
  private final String metric;
  private final ObjectiveColumns compared;

  /**
   * Creates a table.
   *
   * @param results the results to list, in this order
   * @param titles returns names of a result in the front; empty if it has none
   */
  TrialTable(
      StudyHistory history, List<TrialResult> results, Function<TrialResult, List<String>> titles) {
    this.history = history;
    this.results = List.copyOf(results);
    this.titles = titles;
    this.metric = ShownMetric.of(history.results());
    this.compared = new ObjectiveColumns(history);
    this.rows =
        results.stream().map(result -> TrialRow.of(result, metric, history.objectives())).toList();
  }

  /** Returns the rows as trees, for JSON. */
  public List<Object> tree() {
    return records().stream().map(record -> (Object) record).toList();
  }

  private List<Map<String, Object>> records() {
    List<Map<String, Object>> records = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> record = rows.get(i).tree(metric);
      List<String> names = titles.apply(results.get(i));
      if (!names.isEmpty()) {
        record.put("front", names);
      }
      records.add(record);
    }
    return records;
  }

  /** Returns the rows as CSV with a line of names, objectives as {@code objective.NAME}. */
  public String csv() {
    List<Map<String, Object>> records = records();
    for (Map<String, Object> record : records) {
      Object names = record.remove("front");
      if (names instanceof List<?> list) {
        record.put("front", String.join("; ", list.stream().map(String::valueOf).toList()));
      }
      if (record.remove("objectives") instanceof Map<?, ?> objectives) {
        objectives.forEach((name, value) -> record.put("objective." + name, value));
      }
    }
    return TrialRecords.csv(records);
  }

  /**
   * Returns the table; each line ends with a line break.
   *
   * @param width maximum number of characters of a line
   */
  public String text(int width) {
    List<String> heads = new ArrayList<>(List.of("#", "trial"));
    heads.addAll(compared.titles());
    if (!compared.shows(metric)) {
      heads.add(ShownMetric.title(metric));
    }
    if (predicts()) {
      heads.add("predicted");
    }
    if (!compared.shows("parameters")) {
      heads.add("parameters");
    }
    if (continued()) {
      heads.addAll(List.of("continues", "trained"));
    }
    int words = named() ? 2 : 1;
    TextTable.Align[] aligns = new TextTable.Align[heads.size() + words];
    Arrays.fill(aligns, RIGHT);
    Arrays.fill(aligns, heads.size(), aligns.length, LEFT);
    if (named()) {
      heads.add("");
    }
    heads.add("architecture");
    TextTable table = new TextTable(aligns);
    table.row(heads.toArray(String[]::new));
    for (int i = 0; i < rows.size(); i++) {
      table.row(cells(i).toArray(String[]::new));
    }
    return table.cut(width);
  }

  private boolean predicts() {
    return history.objectives().isEmpty() || rows.stream().anyMatch(row -> row.predicted() != null);
  }

  private boolean continued() {
    return rows.stream().anyMatch(row -> row.continues() != null);
  }

  private boolean named() {
    return results.stream().anyMatch(result -> !titles.apply(result).isEmpty());
  }

  private List<String> cells(int index) {
    TrialRow row = rows.get(index);
    List<String> cells =
        new ArrayList<>(List.of(Integer.toString(index + 1), Integer.toString(row.number())));
    cells.addAll(compared.cells(results.get(index)));
    if (!compared.shows(metric)) {
      cells.add(decimals(row.measured(), row.spread()));
    }
    if (predicts()) {
      cells.add(decimals(row.predicted()));
    }
    if (!compared.shows("parameters")) {
      cells.add(
          row.parameters() == null ? ABSENT : String.format(Locale.ROOT, "%,d", row.parameters()));
    }
    if (continued()) {
      cells.add(row.continues() == null ? ABSENT : Integer.toString(row.continues()));
      cells.add(Long.toString(row.trained()));
    }
    if (named()) {
      cells.add(
          String.join(
              ", ", titles.apply(results.get(index)).stream().map(TrialTable::shortened).toList()));
    }
    cells.add(row.architecture());
    return cells;
  }

  private static String shortened(String title) {
    return title.replace(" validation.", " val.");
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
