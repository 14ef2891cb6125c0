package org.espalier.nas.data.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.espalier.nas.api.InvalidSettingException;

/** Patterns of dates, such as {@code yyyy-MM-dd}, and the numbers that dates are read as. */
final class DatePatterns {
  private static final double SECONDS_A_DAY = 24 * 60 * 60;

  private DatePatterns() {}

  /**
   * Returns the reader of a pattern.
   *
   * @throws InvalidSettingException if the pattern cannot be used
   */
  static DateTimeFormatter reader(String column, String pattern) {
    try {
      DateTimeFormatter reader = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      days(reader, reader.format(LocalDate.EPOCH.atStartOfDay()));
      return reader;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new InvalidSettingException(
          "dates",
          "dates.%s (%s) must be a pattern with year, month and day: yyyy-MM-dd, dd.MM.yyyy, yyyy-MM-dd HH:mm:ss."
              .formatted(column, pattern));
    }
  }

  /**
   * Returns the days since 1970-01-01, with the time of day as their fraction.
   *
   * @throws DateTimeException if the text does not fit the pattern
   */
  static double days(DateTimeFormatter reader, String text) {
    TemporalAccessor read = reader.parse(text);
    LocalTime time = read.query(TemporalQueries.localTime());
    return LocalDate.from(read).toEpochDay()
        + (time == null ? 0 : time.toSecondOfDay() / SECONDS_A_DAY);
  }

  /** Returns the pattern that a date seems to have. */
  static String suggestion(String date) {
    int end = Math.max(date.indexOf('T'), date.indexOf(' '));
    String day = end < 0 ? date : date.substring(0, end);
    String separator = day.replaceAll("\\d", "").substring(0, 1);
    String[] fields = day.split("[-/.]");
    String time = end < 0 ? "" : timePattern(date.substring(end));
    if (fields[0].length() == 4) {
      return String.join(separator, "yyyy", letters("M", fields[1]), letters("d", fields[2]))
          + time;
    }
    boolean monthFirst = Integer.parseInt(fields[1]) > 12;
    return String.join(
            separator,
            letters(monthFirst ? "M" : "d", fields[0]),
            letters(monthFirst ? "d" : "M", fields[1]),
            "yyyy")
        + time;
  }

  private static String letters(String letter, String field) {
    return letter.repeat(field.length());
  }

  private static String timePattern(String time) {
    String start = time.startsWith("T") ? "'T'" : " ";
    String zone = time.endsWith("Z") ? "'Z'" : "";
    String hours = time.indexOf(':') == 3 ? "HH" : "H";
    boolean seconds = time.indexOf(':') != time.lastIndexOf(':');
    return start + hours + ":mm" + (seconds ? ":ss" : "") + zone;
  }
}
