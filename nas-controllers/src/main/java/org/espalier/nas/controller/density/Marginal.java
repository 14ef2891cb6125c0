package org.espalier.nas.controller.density;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/** A distribution of the answers to one decision. */
public sealed interface Marginal permits TruncatedGaussian, SmoothedOption {

  /**
   * The logarithm of the density, or of the probability where there is a finite number of answers,
   * among what was asked.
   */
  double logDensity(PlacedChoice answer);

  /**
   * Draws an answer.
   *
   * @param asked the decision, possibly narrower than the axis
   * @param random decides which
   * @return a choice that it admits
   */
  Choice draw(Decision asked, RandomGenerator random);
}
