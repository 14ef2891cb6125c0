package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;

/** An encoding of a text column as the share of the category in the training part, scaled. */
final class FrequencyEncoder implements Encoder {
  private final NumberEncoder shares;
  private final Feature feature;

  private FrequencyEncoder(NumberEncoder shares, Feature feature) {
    this.shares = shares;
    this.feature = feature;
  }

  /**
   * Fits shares and scale to the training rows.
   *
   * @throws org.espalier.nas.api.InvalidDataException if the column has no value in them
   */
  static FrequencyEncoder fit(
      RawTable table, TextColumn column, int[] training, Scaling scaling, boolean impute) {
    int[] counts = new int[column.categories().size()];
    int known = 0;
    for (int row : training) {
      if (!column.missing(row)) {
        counts[column.code(row)]++;
        known++;
      }
    }
    Map<String, Double> shares = new TreeMap<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        shares.put(column.categories().get(code), (double) counts[code] / known);
      }
    }
    double total = known;
    double[] values =
        IntStream.range(0, column.size())
            .mapToDouble(row -> column.missing(row) ? Double.NaN : counts[column.code(row)] / total)
            .toArray();
    NumberEncoder encoder =
        NumberEncoder.fit(
            table, new NumericColumn(column.name(), values), training, scaling, impute);
    Feature fitted = encoder.features().get(0);
    return new FrequencyEncoder(
        encoder,
        new Feature(
            fitted.name(),
            fitted.column(),
            null,
            fitted.shift(),
            fitted.scale(),
            fitted.missing(),
            new CategoryEncoding.Frequency(shares)));
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
    shares.encode(row, into, offset);
  }
}
