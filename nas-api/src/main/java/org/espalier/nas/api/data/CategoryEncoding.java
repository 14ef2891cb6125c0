package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.espalier.nas.api.storage.Sha256;

/** A derivation of a number from a category, for columns with many categories. */
@API(status = EXPERIMENTAL, since = "0.1")
public sealed interface CategoryEncoding {

  /**
   * Returns the number of a category.
   *
   * @param category any text, whether it occurs in the training part or not
   */
  double value(String category);

  /**
   * One of several buckets into which categories are put by a hash: 1 for a category of this
   * bucket, else 0.
   *
   * @param bucket the index of the bucket, in [0, buckets)
   * @param buckets the number of buckets, at least 2
   */
  @API(status = EXPERIMENTAL, since = "0.1")
  record Hashing(int bucket, int buckets) implements CategoryEncoding {
    /** Checks the numbers. */
    public Hashing {
      if (buckets < 2 || bucket < 0 || bucket >= buckets) {
        throw new IllegalArgumentException(
            "bucket (%d) must lie in [0, buckets), buckets (%d) must be at least 2."
                .formatted(bucket, buckets));
      }
    }

    /**
     * Returns the bucket of a category: the first eight bytes of the SHA-256 of its UTF-8 form as
     * an unsigned big-endian number, modulo the number of buckets.
     */
    public static int bucketOf(String category, int buckets) {
      String hash = Sha256.of(category.getBytes(StandardCharsets.UTF_8));
      byte[] first = HexFormat.of().parseHex(hash.substring(0, 2 * Long.BYTES));
      return (int) Long.remainderUnsigned(ByteBuffer.wrap(first).getLong(), buckets);
    }

    @Override
    public double value(String category) {
      return bucketOf(category, buckets) == bucket ? 1 : 0;
    }
  }

  /**
   * The share of a category in the training part, 0 for a category that the part lacks.
   *
   * @param shares the share of each category, in (0, 1], sorted by category
   */
  @API(status = EXPERIMENTAL, since = "0.1")
  record Frequency(Map<String, Double> shares) implements CategoryEncoding {
    /** Copies the shares in the order of the categories. */
    public Frequency {
      shares = Collections.unmodifiableMap(new TreeMap<>(shares));
    }

    @Override
    public double value(String category) {
      return shares.getOrDefault(category, 0.0);
    }
  }
}
