package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.espalier.nas.api.InvalidSettingException;

/**
 * The real numbers between two ends, each included or excluded: the values that a {@link Range}
 * allows.
 *
 * @param low the lower end, possibly negative infinity
 * @param includesLow true if the lower end is included; false if it is infinite
 * @param high the upper end, not below {@code low}, possibly infinity
 * @param includesHigh true if the upper end is included; false if it is infinite
 */
@API(status = MAINTAINED, since = "0.1")
public record Interval(double low, boolean includesLow, double high, boolean includesHigh) {
  private static final String NUMBER = "-?inf|-?[0-9.]+(?:[eE][-+]?[0-9]+)?";
  private static final Pattern TEXT =
      Pattern.compile("([\\[(])\\s*(" + NUMBER + ")\\s*,\\s*(" + NUMBER + ")\\s*([\\])])");

  /** Checks the ends. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "low (" + low + ") must not be above high (" + high + ").");
    }
    if ((includesLow && Double.isInfinite(low)) || (includesHigh && Double.isInfinite(high))) {
      throw new IllegalArgumentException(
          "An infinite end cannot belong to an interval; write (-inf or inf).");
    }
  }

  /**
   * Reads the usual notation: {@code [} and {@code ]} for an included end, {@code (} and {@code )}
   * for an excluded one, {@code inf} for infinity.
   *
   * @param text for example {@code "[1, 10]"}, {@code "(0, 1]"} or {@code "[1, inf)"}
   * @return the interval
   * @throws IllegalArgumentException if the text is not an interval, such as {@code "1..5"}, if the
   *     lower end is above the upper one, or if an infinite end is included
   */
  public static Interval parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no interval; write for example [1, 10], (0, 1] or [1, inf).");
    }
    return new Interval(
        number(matcher.group(2)),
        matcher.group(1).equals("["),
        number(matcher.group(3)),
        matcher.group(4).equals("]"));
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Returns true if a number lies in the interval; NaN and infinities never do. */
  public boolean contains(double value) {
    return Double.isFinite(value)
        && (includesLow ? value >= low : value > low)
        && (includesHigh ? value <= high : value < high);
  }

  /**
   * Rejects a setting outside the interval; for the compact constructors of config records.
   *
   * @param setting the setting's name
   * @param value its value
   * @throws InvalidSettingException if the value is outside; it names the setting, the value and
   *     this interval
   */
  public void require(String setting, Number value) {
    if (!contains(value.doubleValue())) {
      throw new InvalidSettingException(
          setting, "%s (%s) must %s.".formatted(setting, value, rule(value)));
    }
  }

  /** Returns the condition on numbers like {@code value} in words: {@code be positive}. */
  String rule(Number value) {
    boolean whole = !(value instanceof Double || value instanceof Float);
    if (!Double.isInfinite(high)) {
      return "lie in " + this;
    } else if (Double.isInfinite(low)) {
      return "be finite";
    } else if (low == 0) {
      return includesLow ? "not be negative" : "be positive";
    } else if (whole && low == 1 && includesLow) {
      return "be positive";
    }
    return includesLow ? "be at least " + text(low) : "lie in " + this;
  }

  /**
   * Returns the interval in the notation that {@link #parse} reads, whole ends without a fraction.
   */
  @Override
  public String toString() {
    return (includesLow ? "[" : "(") + text(low) + ", " + text(high) + (includesHigh ? "]" : ")");
  }

  private static String text(double end) {
    if (Double.isInfinite(end)) {
      return end > 0 ? "inf" : "-inf";
    }
    return end == Math.rint(end) && Math.abs(end) < 1e15
        ? Long.toString((long) end)
        : Double.toString(end);
  }
}
