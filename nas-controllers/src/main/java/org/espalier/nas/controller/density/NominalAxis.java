package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * Options without an order.
 *
 * @param options with nothing masked
 */
public record NominalAxis(Categorical options) implements Axis {

  /** {@return the number of options} */
  public int size() {
    return options.options().size();
  }

  @Override
  public double coordinate(Choice choice) {
    return ((Choice.Option) choice).index();
  }

  @Override
  public Answer answer(int place, Decision asked, Choice choice) {
    double index = coordinate(choice);
    Answer.Interval cell = new Answer.Interval(index, index);
    return new Answer(place, choice, asked.domain(), index, cell, cell);
  }
}
