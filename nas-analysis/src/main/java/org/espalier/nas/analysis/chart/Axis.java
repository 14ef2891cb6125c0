package org.espalier.nas.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.DisplayRange;
import org.espalier.nas.analysis.statistics.NiceNumber;

/**
 * An axis of a chart.
 *
 * @param title quantity and unit
 * @param low value at the start
 * @param high value at the end, larger than {@code low}
 * @param unit number format
 */
public record Axis(String title, double low, double high, Unit unit) {

  private static final double PADDING = 0.06;

  /** Narrower ranges consist of denormal numbers, which cannot be divided into steps. */
  private static final double LEAST_RANGE = 1e-290;

  /** Steps from 5 to 2, from 2 to 1 and from 1 to a half. */
  private static final double NEXT_FINER = 2.6;

  private static final double COMPACT_FROM = 1e6;
  private static final double SCIENTIFIC_FROM = 1e15;
  private static final int MOST_DECIMALS = 6;

  /** The number format of an axis. */
  public enum Unit {
    /** Integers; ticks are at integers only. */
    WHOLE,
    /** Real numbers. */
    NUMBER,
    /** Fractions, written as percentages; the title has the percent sign. */
    PERCENT
  }

  /** Checks the order of the ends. */
  public Axis {
    Objects.requireNonNull(title);
    Objects.requireNonNull(unit);
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "high (" + high + ") of axis " + title + " must be larger than low (" + low + ").");
    }
  }

  /** Returns a padded axis for values; extreme outliers lie outside ({@link DisplayRange}). */
  public static Axis around(String title, Unit unit, DoubleStream values) {
    DisplayRange range = DisplayRange.of(values.toArray());
    double size = Math.max(Math.abs(range.low()), Math.abs(range.high()));
    double padding = PADDING * (range.high() - range.low());
    if (padding <= Math.ulp(size) * 100 || padding < LEAST_RANGE) {
      padding = Math.max(0.02, size * 0.05);
    }
    return new Axis(title, range.low() - padding, range.high() + padding, unit);
  }

  /** Returns an axis of trial numbers, starting at 1. */
  public static Axis ofTrials(String title, int last) {
    double padding = Math.max(1, last) * 0.012;
    return new Axis(title, 0.5, Math.max(2, last) + padding, Unit.WHOLE);
  }

  /** Returns an axis of counts, starting at 0. */
  public static Axis ofCounts(String title, double most) {
    return new Axis(title, 0, Math.max(1, most) * 1.08, Unit.WHOLE);
  }

  /** Returns true if the value lies between the ends. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the value, or the nearer end if it lies outside the axis. */
  public double clamp(double value) {
    return Math.max(low, Math.min(high, value));
  }

  /** Returns the relative position of a value: 0 at the start, 1 at the end. */
  public double position(double value) {
    return (value - low) / (high - low);
  }

  /** Returns about {@code most} round values along the axis, ascending. */
  public List<Tick> ticks(int most) {
    double step = step(most);
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long i = first; i <= last; i++) {
      ticks.add(new Tick(i * step, label(i * step, step)));
    }
    return ticks;
  }

  private double step(int most) {
    double step = NiceNumber.ceiling((high - low) / most);
    if (Math.floor(high / step) - Math.ceil(low / step) < 1) {
      step = NiceNumber.ceiling(step / NEXT_FINER);
    }
    return unit == Unit.WHOLE ? Math.max(1, step) : step;
  }

  private String label(double value, double step) {
    if (unit == Unit.WHOLE) {
      return NumberFormat.whole(value);
    }
    double scale = unit == Unit.PERCENT ? 100 : 1;
    double scaled = value * scale;
    double largest = Math.max(Math.abs(low), Math.abs(high)) * scale;
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step * scale) + 1e-9));
    if (largest >= SCIENTIFIC_FROM || decimals > MOST_DECIMALS) {
      return NumberFormat.scientific(scaled, step * scale);
    }
    return Math.abs(scaled) >= COMPACT_FROM && step * scale >= largest / 1000
        ? NumberFormat.compact(scaled)
        : NumberFormat.fixed(scaled, decimals);
  }

  /**
   * A labelled value.
   *
   * @param value position along the axis
   * @param label the value as text
   */
  public record Tick(double value, String label) {}
}
