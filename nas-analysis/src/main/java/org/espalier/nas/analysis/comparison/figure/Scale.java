package org.espalier.nas.analysis.comparison.figure;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.chart.Axis;
import org.espalier.nas.analysis.chart.Axis.Tick;
import org.espalier.nas.analysis.markup.Figures;

/**
 * An axis whose values may be taken by their logarithms.
 *
 * @param axis its ends, logarithms to base 10 if it is logarithmic
 * @param logarithmic whether it is
 */
record Scale(Axis axis, boolean logarithmic) {

  private static final double FEW_DECADES = 2.5;
  private static final List<Integer> FINE = List.of(1, 2, 5);

  static Scale linear(Axis axis) {
    return new Scale(axis, false);
  }

  /** The value in the unit of the axis's ends; what has no logarithm lies below its lower end. */
  double along(double value) {
    if (!logarithmic) {
      return value;
    }
    return value > 0 ? Math.log10(value) : axis.low() - 1;
  }

  /** About so many round values in the unit of the axis's ends. */
  List<Tick> ticks(int most) {
    if (!logarithmic) {
      return axis.ticks(most);
    }
    if (axis.high() - axis.low() < 1) {
      return new Axis(
              axis.title(), Math.pow(10, axis.low()), Math.pow(10, axis.high()), axis.unit())
          .ticks(most).stream().map(t -> new Tick(Math.log10(t.value()), t.label())).toList();
    }
    double factor = axis.unit() == Axis.Unit.PERCENT ? 100 : 1;
    double decades = axis.high() - axis.low();
    List<Integer> steps = decades <= FEW_DECADES ? FINE : List.of(1);
    int every = (int) Math.max(1, Math.ceil(decades * steps.size() / most));
    List<Tick> ticks = new ArrayList<>();
    double shift = Math.log10(factor);
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
    if (decade < -4 || decade > 5) {
      return step + "e" + decade;
    }
    return Figures.fixed(step * Math.pow(10, decade), Math.max(0, -decade));
  }
}
