package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One input of the networks and its derivation from the raw data.
 *
 * <p>Numeric: {@code (raw − shift) / scale}. A categorical column has one feature for each
 * category: 1 where the raw value equals it, else 0. A column with a {@link CategoryEncoding} is
 * encoded as {@code (encoding.value(raw) − shift) / scale}.
 *
 * @param name the feature's name: the column's, or {@code column=category}
 * @param column the column of the raw data
 * @param category the category that the feature stands for, or null for a numeric column or one
 *     with an encoding
 * @param shift subtracted from the raw value; 0 for a category
 * @param scale the divisor applied after the shift, never 0; 1 for a category
 * @param missing the replacement of a missing raw value where the data are imputed, else null; for
 *     a category or bucket the value of the feature itself: 1 for the most frequent category, else
 *     0; for a frequency the share that is scaled
 * @param encoding the derivation of a number from a category, or null if there is none
 */
@API(status = MAINTAINED, since = "0.1")
public record Feature(
    String name,
    String column,
    @Nullable String category,
    double shift,
    double scale,
    @Nullable Double missing,
    @Nullable CategoryEncoding encoding) {

  /** Checks the scale. */
  public Feature {
    Objects.requireNonNull(name);
    Objects.requireNonNull(column);
    if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException(
          "scale (%s) of %s must be finite and not 0, shift (%s) finite."
              .formatted(scale, name, shift));
    }
  }

  /** Creates a numeric feature or that of a category. */
  public Feature(
      String name,
      String column,
      @Nullable String category,
      double shift,
      double scale,
      @Nullable Double missing) {
    this(name, column, category, shift, scale, missing, null);
  }

  /** Returns a numeric feature whose raw values are used unchanged. */
  public static Feature raw(String name) {
    return new Feature(name, name, null, 0, 1, null);
  }
}
