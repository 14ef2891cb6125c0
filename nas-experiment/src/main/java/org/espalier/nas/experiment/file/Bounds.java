package org.espalier.nas.experiment.file;

import java.lang.reflect.RecordComponent;
import org.espalier.nas.api.plugin.Interval;
import org.espalier.nas.api.plugin.Range;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a setting may hold according to its {@link Range}; all numbers if it has none.
 *
 * @param interval numbers that are allowed, or null for every number
 */
record Bounds(@Nullable Interval interval) {

  /** Returns the bounds of a record's component, or of its items. */
  static Bounds of(RecordComponent component) {
    Range range = component.getAnnotation(Range.class);
    return new Bounds(range == null ? null : Interval.parse(range.value()));
  }

  /** Returns true if a value lies within the bounds or is not a number. */
  boolean allow(Object value) {
    return interval == null
        || !(value instanceof Number number)
        || interval.contains(number.doubleValue());
  }

  /** Returns the condition, to be read after "must": {@code be positive}, {@code lie in [0, 1)}. */
  String rule(Object value) {
    if (interval == null) {
      return "be a number";
    }
    double low = interval.low();
    double high = interval.high();
    if (Double.isInfinite(high) && Double.isInfinite(low)) {
      return "be finite";
    } else if (Double.isInfinite(high)) {
      return interval.includesLow() ? atLeast(low, whole(value)) : above(low);
    } else if (Double.isInfinite(low)) {
      return (interval.includesHigh() ? "be at most " : "be below ") + text(high);
    }
    return "lie in " + interval;
  }

  private static String atLeast(double low, boolean whole) {
    if (low == 0) {
      return "not be negative";
    }
    return low == 1 && whole ? "be positive" : "be at least " + text(low);
  }

  private static String above(double low) {
    return low == 0 ? "be positive" : "be above " + text(low);
  }

  private static String text(double end) {
    return end == Math.rint(end) ? Long.toString((long) end) : Double.toString(end);
  }

  private static boolean whole(Object value) {
    return !(value instanceof Double);
  }

  /**
   * Returns a number within the bounds as a stand-in for a wrong one; 1 or 0.5 if that is within.
   */
  double standIn(boolean whole) {
    double usual = whole ? 1 : 0.5;
    if (interval == null || interval.contains(usual)) {
      return usual;
    } else if (interval.includesLow()) {
      return interval.low();
    } else if (interval.includesHigh()) {
      return interval.high();
    } else if (Double.isInfinite(interval.low())) {
      return interval.high() - 1;
    }
    return Double.isInfinite(interval.high())
        ? interval.low() + 1
        : (interval.low() + interval.high()) / 2;
  }
}
