package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * An axis of options without an order.
 *
 * @param size the number of options, including masked ones
 */
public record NominalAxis(int size) implements DensityAxis {

  @Override
  public double coordinate(Choice choice) {
    return choice.number();
  }

  @Override
  public PlacedChoice answer(int place, Decision asked, Choice choice) {
    double index = coordinate(choice);
    PlacedChoice.Interval cell = new PlacedChoice.Interval(index, index);
    return new PlacedChoice(place, choice, asked.domain(), index, cell, cell);
  }
}
