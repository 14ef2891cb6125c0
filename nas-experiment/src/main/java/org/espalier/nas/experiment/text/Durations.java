package org.espalier.nas.experiment.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 10m}, {@code 1h30m}, {@code 500ms}. */
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  private Durations() {}

  /** Reads a duration; returns empty if {@code text} is not one. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        Duration.ofDays(number(matcher.group(1)))
            .plusHours(number(matcher.group(2)))
            .plusMinutes(number(matcher.group(3)))
            .plusSeconds(number(matcher.group(4)))
            .plusMillis(number(matcher.group(5))));
  }

  /** Writes a duration exactly, to the millisecond, so that {@link #parse} reads it back. */
  public static String format(Duration duration) {
    String text =
        part(duration.toDays(), "d")
            + part(duration.toHoursPart(), "h")
            + part(duration.toMinutesPart(), "m")
            + part(duration.toSecondsPart(), "s")
            + part(duration.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text;
  }

  /**
   * Writes a duration for a person, with its two largest units: {@code 1h 5m}, {@code 3.2s}, {@code
   * 40ms}.
   */
  public static String rounded(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1) {
      return duration.toMillis() + "ms";
    }
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1e3);
    }
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
    }
    return duration.toHours() + "h " + duration.toMinutesPart() + "m";
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static String part(long value, String unit) {
    return value == 0 ? "" : value + unit;
  }
}
