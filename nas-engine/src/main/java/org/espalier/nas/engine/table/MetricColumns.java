package org.espalier.nas.engine.table;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.plugin.SingleAllowed;

/**
 * Columns of a metric after the same number of epochs, one for each seed.
 *
 * @param columns names of the columns, in the order of the seeds
 * @param epochs epochs after which the metric was measured
 * @param scale factor from the numbers of the file to those of the table
 * @param empty treatment of empty cells
 */
public record MetricColumns(
    @SingleAllowed @Description("Columns of the metric, one for each seed.") List<String> columns,
    @Default("1") @Description("Epochs after which the metric was measured.") @Range("[1, 1000000]")
        int epochs,
    @Default("1")
        @Description("Factor from the numbers of the file to those of the table.")
        @Range("(-inf, inf)")
        double scale,
    @Default("error") @Description("Treatment of empty cells.") EmptyCells empty) {

  /** Checks the columns and the ranges. */
  public MetricColumns {
    columns = List.copyOf(columns);
    Objects.requireNonNull(empty);
    SettingRanges.check(MetricColumns.class, columns, epochs, scale, empty);
    if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
      throw new InvalidSettingException(
          "columns", "columns %s must be at least one, all distinct.".formatted(columns));
    }
  }
}
