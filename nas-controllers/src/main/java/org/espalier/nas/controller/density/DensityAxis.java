package org.espalier.nas.controller.density;

import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.controller.encoding.DecisionCoordinate;

/** Coordinates of the choices of one decision for a density: along a line, or side by side. */
public sealed interface DensityAxis extends DecisionCoordinate permits NumericAxis, NominalAxis {

  /** Creates the axis of a decision, given without any masks. */
  static DensityAxis of(Decision decision) {
    return decision.domain().isOrdered()
        ? new NumericAxis(decision.domain())
        : new NominalAxis(Math.toIntExact(decision.domain().count().orElseThrow()));
  }

  /** Returns the coordinate of an answer: a number on its scale, or an option's index. */
  @Override
  double coordinate(Choice choice);

  /**
   * Describes an answer to this axis's decision.
   *
   * @param place index of the decision among those of the space
   * @param asked the decision as it was asked
   * @param choice an answer that it admits
   */
  PlacedChoice answer(int place, Decision asked, Choice choice);
}
