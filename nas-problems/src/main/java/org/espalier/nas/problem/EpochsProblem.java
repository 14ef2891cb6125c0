package org.espalier.nas.problem;

import java.util.Objects;
import org.espalier.nas.api.space.Architecture;

/**
 * A problem whose exact reward is known only after training: after e of R epochs it is lower by
 * bias · sin²(π s) · (1 − e / R), where s is the sum of the places of the choices in their domains.
 *
 * <p>The place of a number is its distance from the low end as a share of the range, on the scale
 * of the range; that of option k of n is k / (n − 1). Rewards after few epochs are thus misleading,
 * by an amount that varies smoothly over the space; after all epochs they are exact.
 *
 * @param problem the reward after all epochs
 * @param epochs R, positive
 * @param bias maximum difference from the final reward, not negative; about the spread of the
 *     rewards for an effect of a useful size
 */
public record EpochsProblem(ReferenceProblem problem, int epochs, double bias) {

  /** Checks that the numbers are valid. */
  public EpochsProblem {
    Objects.requireNonNull(problem);
    if (epochs < 1 || !(bias >= 0)) {
      throw new IllegalArgumentException(
          "epochs (%d) must be positive, bias (%s) not negative.".formatted(epochs, bias));
    }
  }

  /**
   * Returns the reward of an architecture.
   *
   * @param trained number of epochs of training, from 1 to R
   */
  public double reward(Architecture architecture, int trained) {
    if (trained < 1 || trained > epochs) {
      throw new IllegalArgumentException(
          "trained (%d) must lie in [1, %d].".formatted(trained, epochs));
    }
    return problem.reward().applyAsDouble(architecture)
        - FadingBias.of(problem.space(), epochs, bias).after(architecture, trained);
  }
}
