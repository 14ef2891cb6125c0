package org.espalier.nas.analysis.markup;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them, the same in every locale. */
public final class Figures {

  private static final char NO_BREAK = '\u00A0';
  private static final String[] THOUSANDS = {"", "k", "M", "G", "T", "P"};

  private Figures() {}

  /** A share as a percentage with so many decimals: {@code 52.3 %}. */
  public static String percent(double share, int decimals) {
    return fixed(100 * share, decimals) + NO_BREAK + '%';
  }

  /** A number with so many decimals and a proper minus sign. */
  public static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (text.startsWith("-")) {
      text = text.substring(1);
      boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
      return zero ? text : '\u2212' + text;
    }
    return text;
  }

  /** A number with four significant digits: {@code 0.5231}, {@code 12.35}, {@code 1.235e+07}. */
  public static String significant(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.3e", value).replace("-", "\u2212");
    }
    int before = size < 1 ? 0 : (int) Math.floor(Math.log10(size));
    return fixed(value, Math.max(0, (size < 1 ? 4 : 3) - before));
  }

  /** A whole number, its thousands apart: {@code 12,345}. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace('-', '\u2212');
  }

  /** The next whole number, its thousands apart. */
  public static String whole(double value) {
    return whole(Math.round(value));
  }

  /** A large number in few characters: {@code 999}, {@code 12.3 k}, {@code 4.56 M}. */
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

  /** A time in its two largest units: {@code 870 ms}, {@code 43.2 s}, {@code 3 min 12 s}. */
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

  /** A position in a drawing, to a tenth of a pixel. */
  public static String coordinate(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
