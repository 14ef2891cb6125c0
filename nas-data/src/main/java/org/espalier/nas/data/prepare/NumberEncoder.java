package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.jspecify.annotations.Nullable;

/** The encoding {@code (value − shift) / scale} of a numeric column. */
final class NumberEncoder implements Encoder {
  private final RawTable table;
  private final NumericColumn column;
  private final Feature feature;

  private NumberEncoder(RawTable table, NumericColumn column, Feature feature) {
    this.table = table;
    this.column = column;
    this.feature = feature;
  }

  /** Fits shift, scale and mean to the training rows. */
  static NumberEncoder fit(
      RawTable table, NumericColumn column, int[] training, Scaling scaling, boolean impute) {
    double[] known =
        IntStream.of(training)
            .mapToDouble(column::value)
            .filter(value -> !Double.isNaN(value))
            .toArray();
    if (known.length == 0) {
      throw new InvalidDataException(
          "%s of %s has no value in the training part; drop the column."
              .formatted(column.name(), table.name()));
    }
    double low = DoubleStream.of(known).min().orElseThrow();
    double high = DoubleStream.of(known).max().orElseThrow();
    double mean = low + DoubleStream.of(known).map(value -> value - low).sum() / known.length;
    double shift =
        switch (scaling) {
          case STANDARDIZE -> mean;
          case MIN_MAX -> low;
          case NONE -> 0;
        };
    double scale =
        switch (scaling) {
          case STANDARDIZE -> deviation(known, mean);
          case MIN_MAX -> high - low;
          case NONE -> 1;
        };
    if (!Double.isFinite(mean) || !Double.isFinite(scale)) {
      throw new InvalidDataException(
          "%s of %s reaches from %s to %s; that is too far to be scaled."
              .formatted(column.name(), table.name(), low, high));
    }
    @Nullable Double missing = impute ? (Double) mean : null;
    String name = column.name();
    return new NumberEncoder(
        table,
        column,
        new Feature(name, name, null, shift, low == high || scale == 0 ? 1 : scale, missing));
  }

  private static double deviation(double[] values, double mean) {
    double squares = DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / values.length);
  }

  @Override
  public List<Feature> features() {
    return List.of(feature);
  }

  @Override
  public int rank(Feature other) {
    return 0;
  }

  @Override
  public void encode(int row, float[] into, int offset) {
    double raw = column.value(row);
    Double missing = feature.missing();
    double value = Double.isNaN(raw) && missing != null ? missing : raw;
    into[offset] = (float) ((value - feature.shift()) / feature.scale());
    if (!Float.isFinite(into[offset])) {
      throw new InvalidDataException(
          "%s: %s (%s) is too large for single precision; set prepare.scaling or drop the column."
              .formatted(table.place(row), column.name(), value));
    }
  }
}
