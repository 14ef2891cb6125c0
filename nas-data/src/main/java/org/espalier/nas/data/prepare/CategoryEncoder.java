package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * A one-hot encoding: one feature for each category of the training part, 1 if the row has it, else
 * 0. A category that the training part lacks is encoded as 0 everywhere.
 */
final class CategoryEncoder implements Encoder {
  private static final int NONE = -1;

  private final TextColumn column;
  private final List<Feature> features;
  private final int[] featureOfCode;
  private final int featureOfMissing;

  private CategoryEncoder(
      TextColumn column, List<Feature> features, int[] featureOfCode, int featureOfMissing) {
    this.column = column;
    this.features = List.copyOf(features);
    this.featureOfCode = featureOfCode;
    this.featureOfMissing = featureOfMissing;
  }

  /** Fits the categories and the most frequent one to the training rows. */
  static CategoryEncoder fit(
      RawTable table, TextColumn column, int[] training, int maximum, boolean impute) {
    int[] counts = new int[column.categories().size()];
    IntStream.of(training)
        .filter(row -> !column.missing(row))
        .forEach(r -> counts[column.code(r)]++);
    int[] present = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
    if (present.length == 0 || present.length > maximum) {
      throw new InvalidDataException(
          ("%s of %s has %d categories in the training part; they must be 1 to"
                  + " prepare.maximumCategories (%d). Drop the column, raise the maximum,"
                  + " or mend the values that are to be numbers and are none.")
              .formatted(column.name(), table.name(), present.length, maximum));
    }
    int mode =
        IntStream.range(0, present.length)
            .reduce((best, i) -> counts[present[i]] > counts[present[best]] ? i : best)
            .orElseThrow();
    int[] featureOfCode = new int[counts.length];
    Arrays.fill(featureOfCode, NONE);
    IntStream.range(0, present.length).forEach(i -> featureOfCode[present[i]] = i);
    List<Feature> features =
        IntStream.range(0, present.length)
            .mapToObj(
                i -> feature(column, present[i], impute ? (Double) (i == mode ? 1d : 0d) : null))
            .toList();
    return new CategoryEncoder(column, features, featureOfCode, impute ? mode : NONE);
  }

  private static Feature feature(TextColumn column, int code, @Nullable Double missing) {
    String category = column.categories().get(code);
    return new Feature(column.name() + "=" + category, column.name(), category, 0, 1, missing);
  }

  @Override
  public List<Feature> features() {
    return features;
  }

  @Override
  public void encode(int row, float[] into, int offset) {
    int feature = column.missing(row) ? featureOfMissing : featureOfCode[column.code(row)];
    if (feature != NONE) {
      into[offset + feature] = 1;
    }
  }
}
