package org.espalier.nas.data.prepare;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.data.table.TextColumn;

/** An encoding of a text column as one feature for each bucket of a hash of the categories. */
final class HashingEncoder implements Encoder {
  private static final int NONE = -1;

  private final TextColumn column;
  private final List<Feature> features;
  private final int[] bucketOfCode;
  private final int bucketOfMissing;

  private HashingEncoder(
      TextColumn column, List<Feature> features, int[] bucketOfCode, int bucketOfMissing) {
    this.column = column;
    this.features = List.copyOf(features);
    this.bucketOfCode = bucketOfCode;
    this.bucketOfMissing = bucketOfMissing;
  }

  /**
   * Fits the most frequent category to the training rows, if missing values are imputed; all else
   * is independent of the data.
   */
  static HashingEncoder fit(TextColumn column, int[] training, int buckets, boolean impute) {
    int[] bucketOfCode =
        column.categories().stream()
            .mapToInt(category -> CategoryEncoding.Hashing.bucketOf(category, buckets))
            .toArray();
    int bucketOfMissing = impute ? bucketOfCode[mode(column, training)] : NONE;
    List<Feature> features =
        IntStream.range(0, buckets)
            .mapToObj(
                bucket ->
                    new Feature(
                        column.name() + "#" + bucket,
                        column.name(),
                        null,
                        0,
                        1,
                        impute ? (Double) (bucket == bucketOfMissing ? 1d : 0d) : null,
                        new CategoryEncoding.Hashing(bucket, buckets)))
            .toList();
    return new HashingEncoder(column, features, bucketOfCode, bucketOfMissing);
  }

  private static int mode(TextColumn column, int[] training) {
    int[] counts = new int[column.categories().size()];
    for (int row : training) {
      if (!column.missing(row)) {
        counts[column.code(row)]++;
      }
    }
    int mode = 0;
    for (int code = 1; code < counts.length; code++) {
      mode = counts[code] > counts[mode] ? code : mode;
    }
    return mode;
  }

  @Override
  public List<Feature> features() {
    return features;
  }

  @Override
  public int rank(Feature feature) {
    return feature.encoding() instanceof CategoryEncoding.Hashing hashing ? hashing.bucket() : 0;
  }

  @Override
  public void encode(int row, float[] into, int offset) {
    int bucket = column.missing(row) ? bucketOfMissing : bucketOfCode[column.code(row)];
    if (bucket != NONE) {
      into[offset + bucket] = 1;
    }
  }
}
