package org.espalier.nas.controller.density;

import java.util.Comparator;
import java.util.List;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.density.Answer.Interval;

/**
 * Numbers along a line, on their scale; a whole number or an option of an order stands for all that
 * is nearer to it than to its neighbours.
 *
 * @param domain a range, or options that stand in an order, which count by their index
 */
public record NumericAxis(Domain domain) implements Axis {

  /** {@return all numbers that round to something in the domain} */
  public Interval range() {
    return range(domain);
  }

  @Override
  public double coordinate(Choice choice) {
    return scaled(number(choice));
  }

  @Override
  public Answer answer(int place, Decision asked, Choice choice) {
    return new Answer(
        place,
        choice,
        asked.domain(),
        coordinate(choice),
        cell(number(choice)),
        range(asked.domain()));
  }

  /** All numbers that round to something in a part of the domain. */
  Interval range(Domain part) {
    if (part instanceof Categorical categorical) {
      List<Integer> allowed = categorical.allowed();
      return new Interval(cell(allowed.get(0)).low(), cell(allowed.get(allowed.size() - 1)).high());
    }
    if (part instanceof IntegerRange whole) {
      long last = whole.low() + whole.step() * (whole.size() - 1);
      return new Interval(cell((double) whole.low()).low(), cell((double) last).high());
    }
    RealRange real = (RealRange) part;
    return new Interval(scaled(real.low()), scaled(real.high()));
  }

  /** The answer nearest to a coordinate among those that a decision admits. */
  Choice nearest(Decision asked, double coordinate) {
    double number = logarithmic() ? Math.exp(coordinate) : coordinate;
    if (asked.domain() instanceof Categorical categorical) {
      return categorical.allowed().stream()
          .min(Comparator.comparingDouble(index -> Math.abs(index - number)))
          .map(asked::choose)
          .orElseThrow();
    }
    if (asked.domain() instanceof IntegerRange whole) {
      long steps = Math.round((number - (double) whole.low()) / (double) whole.step());
      long within = Math.max(0, Math.min(whole.size() - 1, steps));
      return new Choice.Whole(asked.name(), whole.low() + whole.step() * within);
    }
    RealRange real = (RealRange) asked.domain();
    return new Choice.Real(asked.name(), Math.max(real.low(), Math.min(real.high(), number)));
  }

  private Interval cell(double number) {
    double half = halfStep();
    double below = logarithmic() ? Math.max(number - half, number / 2) : number - half;
    return new Interval(scaled(below), scaled(number + half));
  }

  private double halfStep() {
    if (domain instanceof RealRange) {
      return 0;
    }
    return domain instanceof IntegerRange whole ? (double) whole.step() / 2 : 0.5;
  }

  private double scaled(double number) {
    return logarithmic() ? Math.log(number) : number;
  }

  private boolean logarithmic() {
    return (domain instanceof RealRange real && real.scale() == Scale.LOG)
        || (domain instanceof IntegerRange whole && whole.scale() == Scale.LOG);
  }

  private static double number(Choice choice) {
    if (choice instanceof Choice.Option option) {
      return option.index();
    }
    return choice instanceof Choice.Whole whole
        ? (double) whole.value()
        : ((Choice.Real) choice).value();
  }
}
