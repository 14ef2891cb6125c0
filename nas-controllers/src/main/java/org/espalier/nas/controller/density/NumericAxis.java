package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.density.PlacedChoice.Interval;

/**
 * An axis of numbers on their scale. An integer or an ordered option stands for all numbers that
 * are nearer to it than to its neighbours.
 *
 * @param domain a range, or ordered options, which count by their index
 */
public record NumericAxis(Domain domain) implements DensityAxis {

  /** {@return all numbers that round to something in the domain} */
  public Interval range() {
    return range(domain);
  }

  @Override
  public double coordinate(Choice choice) {
    return domain.scale().position(choice.number());
  }

  @Override
  public PlacedChoice answer(int place, Decision asked, Choice choice) {
    return new PlacedChoice(
        place,
        choice,
        asked.domain(),
        coordinate(choice),
        cell(choice.number()),
        range(asked.domain()));
  }

  /** Returns all numbers that round to something in a part of the domain. */
  Interval range(Domain part) {
    return new Interval(cell(part.lowest()).low(), cell(part.highest()).high());
  }

  /** Returns the answer nearest to a coordinate among those that a decision admits. */
  Choice nearest(Decision asked, double coordinate) {
    return asked.nearest(domain.scale().value(coordinate));
  }

  private Interval cell(double number) {
    double half = halfStep();
    double below =
        domain.scale() == Scale.LOG ? Math.max(number - half, number / 2) : number - half;
    return new Interval(domain.scale().position(below), domain.scale().position(number + half));
  }

  private double halfStep() {
    return domain.fold(options -> 0.5, integers -> (double) integers.step() / 2, reals -> 0.0);
  }
}
