package org.espalier.nas.data.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values in text files. */
enum Notation {
  /** A finite number in the notation of the file. */
  NUMBER,
  /** NaN, an infinity or a number too large for double precision. */
  NOT_FINITE,
  /** A number with a decimal sign other than the file's: {@code 12,5}. */
  OTHER_DECIMAL,
  /** A number with separated thousands: {@code 1,234}. */
  GROUPED,
  /** A number with a currency sign or a percent sign. */
  AFFIXED,
  /** A date, with or without a time. */
  DATE,
  /** Any other text. */
  TEXT;

  /** Number with separators between groups of three digits: separator, decimal sign. */
  private static final Pattern THOUSANDS =
      Pattern.compile(
          "[+-]?\\d{1,3}([,.'\\u2019 \\u00A0\\u202F])\\d{3}(?:\\1\\d{3})*(?:([.,])\\d+)?");

  private static final Pattern COMMA_OR_POINT = Pattern.compile("[+-]?\\d*[,.]\\d+");
  private static final Pattern UNIT =
      Pattern.compile(
          "([+-]?)\\s*(\\p{Sc}?)\\s*([+-]?[\\d.,'\\u2019\\s\\u00A0\\u202F]+?)\\s*([%\\p{Sc}]?)");
  private static final Pattern DAY =
      Pattern.compile(
          "(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4})"
              + "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?Z?)?");
  private static final Set<String> INFINITE = Set.of("nan", "inf", "infinity");
  private static final int LONGEST = 64;

  /** Returns the kind of a value. */
  static Notation of(String value, NumberSyntax syntax) {
    double number = syntax.number(value);
    if (!Double.isNaN(number)) {
      return Double.isFinite(number) ? NUMBER : NOT_FINITE;
    }
    if (value.length() > LONGEST) {
      return TEXT;
    }
    if (!hasDigit(value)) {
      String unsigned = value.startsWith("-") || value.startsWith("+") ? value.substring(1) : value;
      return INFINITE.contains(unsigned.toLowerCase(Locale.ROOT)) ? NOT_FINITE : TEXT;
    }
    if (DAY.matcher(value).matches()) {
      return DATE;
    }
    if (THOUSANDS.matcher(value).matches()) {
      return GROUPED;
    }
    return COMMA_OR_POINT.matcher(value).matches() ? OTHER_DECIMAL : affixed(value);
  }

  private static Notation affixed(String value) {
    Matcher unit = UNIT.matcher(value);
    boolean number =
        unit.matches()
            && hasDigit(unit.group(3))
            && !(unit.group(2).isEmpty() && unit.group(4).isEmpty());
    return number ? AFFIXED : TEXT;
  }

  private static boolean hasDigit(String value) {
    return value.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns true if a person reads the value as a number. */
  boolean numeric() {
    return this != TEXT && this != DATE;
  }

  /**
   * Returns the settings that make the file's reader accept a value, as the continuation of a
   * sentence.
   */
  String remedy(String value, String column, CsvFormat format) {
    return switch (this) {
      case GROUPED -> grouped(value, format);
      case OTHER_DECIMAL ->
          "set format.decimal to '%s'".formatted(format.decimal().equals(".") ? "," : ".");
      case AFFIXED -> affixes(value, format);
      case DATE -> "set dates to {%s: %s}".formatted(column, DatePatterns.suggestion(value));
      case NUMBER, NOT_FINITE, TEXT ->
          "if that marks a missing value, add '%s' to format.missingMarkers".formatted(value);
    };
  }

  private static String grouped(String value, CsvFormat format) {
    Matcher matcher = THOUSANDS.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("value (" + value + ") must have groups of digits.");
    }
    String separator = matcher.group(1);
    String decimal = matcher.group(2);
    if (separator.equals(format.decimal())
        || (decimal != null && !decimal.equals(format.decimal()))) {
      return "set format.decimal to '%s' and format.thousands to '%s'"
          .formatted(decimal != null ? decimal : separator.equals(".") ? "," : ".", separator);
    }
    return "set format.thousands to '%s'%s"
        .formatted(
            separator,
            separator.equals(",") && decimal == null
                ? " (or format.decimal, if the comma is the decimal sign)"
                : "");
  }

  private static String affixes(String value, CsvFormat format) {
    Matcher unit = UNIT.matcher(value);
    if (!unit.matches()) {
      throw new IllegalArgumentException("value (" + value + ") must have a unit.");
    }
    String affix = unit.group(2).isEmpty() ? unit.group(4) : unit.group(2);
    String number = unit.group(1) + unit.group(3);
    Notation inner = of(number, new NumberSyntax(format));
    return "add '%s' to format.affixes%s"
        .formatted(
            affix,
            inner == GROUPED || inner == OTHER_DECIMAL
                ? " and " + inner.remedy(number, "", format)
                : "");
  }
}
