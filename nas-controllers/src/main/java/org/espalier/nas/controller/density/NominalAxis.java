package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * Options without an order.
 *
 * @param size the number of options, masked ones counted
 */
public record NominalAxis(int size) implements Axis {

  @Override
  public double coordinate(Choice choice) {
    return choice.number();
  }

  @Override
  public Answer answer(int place, Decision asked, Choice choice) {
    double index = coordinate(choice);
    Answer.Interval cell = new Answer.Interval(index, index);
    return new Answer(place, choice, asked.domain(), index, cell, cell);
  }
}
