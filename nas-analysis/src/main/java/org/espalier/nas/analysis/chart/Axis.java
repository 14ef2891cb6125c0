package org.espalier.nas.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.statistics.Rounding;

/**
 * One axis of a chart.
 *
 * @param title what it shows, with its unit
 * @param low the value at its start
 * @param high the value at its end, larger than {@code low}
 * @param unit how its values are written
 */
public record Axis(String title, double low, double high, Unit unit) {

  private static final double PADDING = 0.06;

  /** Takes 5 to 2, 2 to 1 and 1 to a half. */
  private static final double NEXT_FINER = 2.6;

  /** How values are written. */
  public enum Unit {
    /** Whole numbers; no ticks between them. */
    WHOLE,
    /** Any number. */
    NUMBER,
    /** A share, written as a percentage without its sign, which the title has. */
    PERCENT
  }

  /** Checks that there is something between the ends. */
  public Axis {
    Objects.requireNonNull(title);
    Objects.requireNonNull(unit);
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "high (" + high + ") of axis " + title + " must be larger than low (" + low + ").");
    }
  }

  /** An axis that shows all these values with a little room at both ends. */
  public static Axis around(String title, Unit unit, DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).sorted().toArray();
    double low = finite.length == 0 ? 0 : finite[0];
    double high = finite.length == 0 ? 1 : finite[finite.length - 1];
    double room = PADDING * (high - low);
    if (room <= Math.ulp(high) * 100) {
      room = Math.max(0.02, Math.abs(high) * 0.05);
    }
    return new Axis(title, low - room, high + room, unit);
  }

  /** An axis of the numbers of trials from 1. */
  public static Axis ofTrials(String title, int last) {
    double room = Math.max(1, last) * 0.012;
    return new Axis(title, 0.5, Math.max(2, last) + room, Unit.WHOLE);
  }

  /** An axis of counts, from 0. */
  public static Axis ofCounts(String title, double most) {
    return new Axis(title, 0, Math.max(1, most) * 1.08, Unit.WHOLE);
  }

  /** About so many round values along the axis, ascending. */
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

  /** The distance of at most so many ticks, or a little less where there would be only one. */
  public double step(int most) {
    double step = Rounding.upToRound((high - low) / most);
    if (Math.floor(high / step) - Math.ceil(low / step) < 1) {
      step = Rounding.upToRound(step / NEXT_FINER);
    }
    return unit == Unit.WHOLE ? Math.max(1, step) : step;
  }

  /** Writes a value with as many decimals as ticks that lie {@code step} apart need. */
  public String label(double value, double step) {
    double scale = unit == Unit.PERCENT ? 100 : 1;
    if (unit == Unit.WHOLE) {
      return Figures.whole(value);
    }
    if (Math.abs(value) >= 1e6 && step >= 1) {
      return Figures.compact(value * scale);
    }
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step * scale) + 1e-9));
    return Figures.fixed(value * scale, decimals);
  }

  /**
   * A marked value.
   *
   * @param value where it is
   * @param label how it is written
   */
  public record Tick(double value, String label) {}
}
