package org.espalier.nas.controller.encoding;

import org.espalier.nas.api.space.Choice;

/** One coordinate of encoded architectures: a mapping of the answers to a decision to numbers. */
public interface DecisionCoordinate {

  /** Returns the number that stands for an answer to the decision. */
  double coordinate(Choice choice);
}
