package org.espalier.nas.controller.density;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/** A distribution of the answers to one decision. */
public sealed interface Marginal permits TruncatedGaussian, SmoothedOption {

  /**
   * Returns the logarithm of the density of an answer among those asked, or of its probability if
   * the number of answers is finite.
   */
  double logDensity(PlacedChoice answer);

  /**
   * Draws an answer.
   *
   * @param asked the decision, possibly narrower than the axis
   * @param random the source of randomness
   * @return a choice that the decision admits
   */
  Choice draw(Decision asked, RandomGenerator random);
}
