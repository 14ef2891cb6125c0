package org.espalier.nas.analysis.chart;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.markup.NumberFormat;

/**
 * The mapping of values to an axis, linear or logarithmic.
 *
 * @param axis the axis; its ends are logarithms to base 10 if the scale is logarithmic
 * @param logarithmic true for a logarithmic scale
 */
public record AxisScale(Axis axis, boolean logarithmic) {

  private static final double FEW_DECADES = 2.5;
  private static final List<Integer> FINE = List.of(1, 2, 5);

  /** Returns a linear scale. */
  public static AxisScale linear(Axis axis) {
    return new AxisScale(axis, false);
  }

  /** Returns the relative position of a value; values without a logarithm lie below the axis. */
  public double position(double value) {
    double shown = !logarithmic ? value : value > 0 ? Math.log10(value) : axis.low() - 1;
    return axis.position(shown);
  }

  /** Returns about {@code most} round values, as positions along the axis. */
  public List<Tick> ticks(int most) {
    if (!logarithmic) {
      return axis.ticks(most);
    }
    double decades = axis.high() - axis.low();
    if (decades < 1) {
      return new Axis(
              axis.title(), Math.pow(10, axis.low()), Math.pow(10, axis.high()), axis.unit())
          .ticks(most).stream().map(t -> new Tick(Math.log10(t.value()), t.label())).toList();
    }
    List<Integer> steps = decades <= FEW_DECADES ? FINE : List.of(1);
    int every = (int) Math.max(1, Math.ceil(decades * steps.size() / most));
    List<Tick> ticks = new ArrayList<>();
    double shift = axis.unit() == Axis.Unit.PERCENT ? 2 : 0;
    int first = (int) Math.floor(axis.low() + shift);
    int last = (int) Math.ceil(axis.high() + shift);
    for (int decade = first; decade <= last; decade++) {
      for (int step : steps) {
        double place = decade + Math.log10(step) - shift;
        boolean shown = steps.size() > 1 || Math.floorMod(decade, every) == 0;
        if (shown && place >= axis.low() - 1e-9 && place <= axis.high() + 1e-9) {
          ticks.add(new Tick(place, label(step, decade)));
        }
      }
    }
    return ticks;
  }

  private static String label(int step, int decade) {
    double value = step * Math.pow(10, decade);
    return decade < -4 || decade > 5
        ? NumberFormat.scientific(value, value)
        : NumberFormat.fixed(value, Math.max(0, -decade));
  }
}
