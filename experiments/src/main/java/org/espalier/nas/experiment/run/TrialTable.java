package org.espalier.nas.experiment.run;

import static org.espalier.nas.experiment.text.Table.Align.LEFT;
import static org.espalier.nas.experiment.text.Table.Align.RIGHT;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.text.Table;
import org.jspecify.annotations.Nullable;

/** Results side by side, best first. */
public final class TrialTable {
  private static final String ABSENT = "\u2013";

  private final List<TrialRow> rows;
  private final String metric;

  /**
   * A table of the best results.
   *
   * @param count how many at most
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

  /** The rows for other programs. */
  public List<Object> tree() {
    return rows.stream().map(row -> (Object) row.tree(metric)).toList();
  }

  /** The table, each line ended by a line break. */
  @Override
  public String toString() {
    Table table = new Table(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
    table.row(
        "#",
        "trial",
        "reward",
        ShownMetric.title(metric),
        "predicted",
        "parameters",
        "architecture");
    for (int i = 0; i < rows.size(); i++) {
      TrialRow row = rows.get(i);
      table.row(
          Integer.toString(i + 1),
          Integer.toString(row.number()),
          decimals(row.reward()),
          decimals(row.measured()),
          decimals(row.predicted()),
          row.parameters() == null ? ABSENT : String.format(Locale.ROOT, "%,d", row.parameters()),
          row.architecture());
    }
    return table.toString();
  }

  /** A number with four decimals, or a dash. */
  public static String decimals(@Nullable Double value) {
    return value == null ? ABSENT : String.format(Locale.ROOT, "%.4f", value);
  }
}
