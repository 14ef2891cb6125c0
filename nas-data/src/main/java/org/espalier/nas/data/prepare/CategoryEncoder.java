package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * A one-hot encoding: one feature for each category of the training part, 1 if the row has it, else
 * 0. A category that the training part lacks is encoded as 0 everywhere, unless the rarest
 * categories have a feature of their own, the last, which it belongs to.
 */
final class CategoryEncoder implements Encoder {
  private static final int NONE = -1;
  private static final String OTHER = "(other)";

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
      RawTable table, TextColumn column, int[] training, Preparation preparation) {
    int[] counts = new int[column.categories().size()];
    IntStream.of(training)
        .filter(row -> !column.missing(row))
        .forEach(r -> counts[column.code(r)]++);
    int[] present = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).toArray();
    int maximum = preparation.maximumCategories();
    boolean many = present.length > maximum;
    if (present.length == 0 || (many && preparation.rare() == RareCategories.ERROR)) {
      throw new InvalidDataException(
          ("%s of %s has %d categories in the training part; they must be 1 to"
                  + " prepare.maximumCategories (%d). Set prepare.encode to {%s: {type: hashing}}"
                  + " or {%s: {type: frequency}}, set prepare.rare to other, raise the maximum, or"
                  + " drop the column.")
              .formatted(
                  column.name(),
                  table.name(),
                  present.length,
                  maximum,
                  column.name(),
                  column.name()));
    }
    int[] kept = many ? frequent(present, counts, maximum - 1) : present;
    int[] featureOfCode = new int[counts.length];
    Arrays.fill(featureOfCode, many ? kept.length : NONE);
    IntStream.range(0, kept.length).forEach(i -> featureOfCode[kept[i]] = i);
    List<String> categories = new ArrayList<>();
    IntStream.of(kept).forEach(code -> categories.add(column.categories().get(code)));
    if (many) {
      categories.add(other(column));
    }
    boolean impute = preparation.missing() == MissingValues.IMPUTE;
    int mode = featureOfCode[frequent(present, counts, 1)[0]];
    List<Feature> features =
        IntStream.range(0, categories.size())
            .mapToObj(
                i ->
                    feature(
                        column, categories.get(i), impute ? (Double) (i == mode ? 1d : 0d) : null))
            .toList();
    return new CategoryEncoder(column, features, featureOfCode, impute ? mode : NONE);
  }

  /** Returns the most frequent codes, ascending; of equally frequent ones the first. */
  private static int[] frequent(int[] present, int[] counts, int count) {
    return IntStream.of(present)
        .boxed()
        .sorted(Comparator.comparingInt(code -> -counts[code]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** Returns a name for the rarest categories that no category has. */
  private static String other(TextColumn column) {
    String name = OTHER;
    while (column.categories().contains(name)) {
      name = "(" + name + ")";
    }
    return name;
  }

  private static Feature feature(TextColumn column, String category, @Nullable Double missing) {
    return new Feature(column.name() + "=" + category, column.name(), category, 0, 1, missing);
  }

  @Override
  public List<Feature> features() {
    return features;
  }

  @Override
  public int rank(Feature feature) {
    int code = column.categories().indexOf(feature.category());
    return code < 0 ? Integer.MAX_VALUE : code;
  }

  @Override
  public void encode(int row, float[] into, int offset) {
    int feature = column.missing(row) ? featureOfMissing : featureOfCode[column.code(row)];
    if (feature != NONE) {
      into[offset + feature] = 1;
    }
  }
}
