package org.espalier.nas.analysis.markup;

import java.time.Duration;
import java.util.Locale;

/** Number formats for readers, independent of the locale. */
public final class NumberFormat {

  private static final char NO_BREAK = '\u00A0';
  private static final double SCIENTIFIC_FROM = 1e15;
  private static final int MOST_DIGITS = 16;
  private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P"};

  private NumberFormat() {}

  /** Returns a fraction as a percentage: {@code 52.3 %}. */
  public static String percent(double share, int decimals) {
    double limit = Double.MAX_VALUE / 100;
    double percent = 100 * Math.max(-limit, Math.min(limit, share));
    return fixed(percent, decimals) + NO_BREAK + '%';
  }

  /** Returns a number with a fixed number of decimals and a typographic minus sign. */
  public static String fixed(double value, int decimals) {
    if (Math.abs(value) >= SCIENTIFIC_FROM && Double.isFinite(value)) {
      return significant(value);
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (text.startsWith("-")) {
      text = text.substring(1);
      boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
      return zero ? text : '\u2212' + text;
    }
    return text;
  }

  /**
   * Returns a number with four significant digits: {@code 0.5231}, {@code 12.35}, {@code 1.235e7}.
   */
  public static String significant(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return scientific(
          value, Math.max(Double.MIN_VALUE, Math.pow(10, Math.floor(Math.log10(size)) - 3)));
    }
    int before = size < 1 ? 0 : (int) Math.floor(Math.log10(size));
    return fixed(value, Math.max(0, (size < 1 ? 4 : 3) - before));
  }

  /**
   * Returns a number in scientific notation, rounded to a multiple of about {@code step}: {@code
   * 2.5e34}, {@code -1e-7}, {@code 0}.
   */
  public static String scientific(double value, double step) {
    if (Math.abs(value) < step / 2) {
      return "0";
    }
    double digits = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step) + 1e-9);
    int decimals = (int) Math.max(0, Math.min(MOST_DIGITS, digits));
    String[] parts = String.format(Locale.ROOT, "%." + decimals + "e", value).split("e");
    String mantissa = parts[0].contains(".") ? parts[0].replaceFirst("\\.?0+$", "") : parts[0];
    return (mantissa + "e" + Integer.parseInt(parts[1])).replace('-', '\u2212');
  }

  /** Returns an integer with separated thousands: {@code 12,345}. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace('-', '\u2212');
  }

  /** Returns a number rounded to an integer, with separated thousands. */
  public static String whole(double value) {
    return whole(Math.round(value));
  }

  /** Returns a number with an SI prefix: {@code 999}, {@code 12.3 k}, {@code 4.56 M}. */
  public static String compact(double value) {
    double size = value;
    int power = 0;
    while (Math.abs(size) >= 999.5 && power < THOUSANDS.length - 1) {
      size /= 1000;
      power++;
    }
    if (power == 0) {
      return whole(value);
    }
    int decimals = Math.abs(size) >= 99.95 ? 0 : Math.abs(size) >= 9.995 ? 1 : 2;
    return fixed(size, decimals) + NO_BREAK + THOUSANDS[power];
  }

  /**
   * Returns a duration in its two largest units: {@code 870 ms}, {@code 43.2 s}, {@code 3 min 12
   * s}.
   */
  public static String duration(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + "" + NO_BREAK + "ms";
    }
    if (millis < 59_950) {
      return fixed(millis / 1000.0, 1) + NO_BREAK + 's';
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 3600) {
      return seconds / 60 + "" + NO_BREAK + "min " + seconds % 60 + NO_BREAK + 's';
    }
    return seconds / 3600 + "" + NO_BREAK + "h " + seconds % 3600 / 60 + NO_BREAK + "min";
  }

  /** Returns a coordinate of a drawing, rounded to a tenth of a pixel. */
  public static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
