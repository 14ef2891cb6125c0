package org.espalier.nas.data.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/** The detection of columns that hold only numbers. */
final class ColumnTypes {
  private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
  private static final int NONE = -1;

  private enum Content {
    NUMBER,
    NOT_FINITE,
    TEXT
  }

  private boolean[] text = {};
  private int[] notFinite = {};
  private String[] offender = {};

  /** Adds the values of a row; null is a missing value. */
  void see(@Nullable String[] values, int row) {
    if (text.length < values.length) {
      text = new boolean[values.length];
      notFinite = new int[values.length];
      Arrays.fill(notFinite, NONE);
      offender = new String[values.length];
    }
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null && !text[i]) {
        Content content = content(value);
        if (content == Content.TEXT) {
          text[i] = true;
        } else if (content == Content.NOT_FINITE && notFinite[i] == NONE) {
          notFinite[i] = row;
          offender[i] = value;
        }
      }
    }
  }

  /**
   * Returns true if every value of a column is a number.
   *
   * @throws InvalidDataException if every value is a number but some are not finite
   */
  boolean numeric(int column, String name, RowPlaces places) {
    if (text[column]) {
      return false;
    }
    if (notFinite[column] != NONE) {
      throw new InvalidDataException(
          ("%s: %s (%s) must be a finite number. If it marks a missing value, add it to"
                  + " format.missingMarkers.")
              .formatted(places.of(notFinite[column]), name, offender[column]));
    }
    return true;
  }

  private static Content content(String value) {
    String unsigned = value.startsWith("-") || value.startsWith("+") ? value.substring(1) : value;
    if (NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT))) {
      return Content.NOT_FINITE;
    }
    if (!decimal(unsigned)) {
      return Content.TEXT;
    }
    try {
      return Double.isFinite(Double.parseDouble(value)) ? Content.NUMBER : Content.NOT_FINITE;
    } catch (NumberFormatException e) {
      return Content.TEXT;
    }
  }

  /**
   * Returns true if the characters are those of a decimal number: Java also reads 1d, 1f and 0x1p3.
   */
  private static boolean decimal(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}
