package org.espalier.nas.engine.table;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * A column with one number for each architecture.
 *
 * @param column name of the column
 * @param scale factor from the numbers of the file to those of the table
 * @param offset number added after scaling
 * @param empty treatment of empty cells
 */
public record NumberColumn(
    @Description("Name of the column.") String column,
    @Default("1")
        @Description("Factor from the numbers of the file to those of the table.")
        @Range("(-inf, inf)")
        double scale,
    @Default("0") @Description("Number added after scaling.") @Range("(-inf, inf)") double offset,
    @Default("error") @Description("Treatment of empty cells.") EmptyCells empty) {

  /** Checks that nothing is null. */
  public NumberColumn {
    Objects.requireNonNull(column);
    Objects.requireNonNull(empty);
  }
}
