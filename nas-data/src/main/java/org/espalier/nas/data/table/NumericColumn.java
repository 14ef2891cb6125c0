package org.espalier.nas.data.table;

import java.util.Objects;

/** A column of finite numbers; NaN stands for a missing value. */
public final class NumericColumn implements Column {
  private static final double LARGEST_EXACT = 1L << 53;

  private final String name;
  private final double[] values;

  /** Creates a column; the array is not copied and must not be changed afterwards. */
  public NumericColumn(String name, double[] values) {
    this.name = Objects.requireNonNull(name);
    this.values = values;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean missing(int row) {
    return Double.isNaN(values[row]);
  }

  /** Returns the value of a row; NaN if it is missing. */
  public double value(int row) {
    return values[row];
  }

  @Override
  public String text(int row) {
    return missing(row) ? "" : format(values[row]);
  }

  /** Returns a number as a person writes it: a whole number has no decimal point. */
  public static String format(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
