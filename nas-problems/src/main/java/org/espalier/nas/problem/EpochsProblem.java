package org.espalier.nas.problem;

import java.util.Objects;
import org.espalier.nas.api.space.Architecture;

/**
 * A problem whose reward shows itself only after training: after e of R epochs it is lower by bias
 * · sin²(π s) · (1 − e / R), where s is the sum of the places of the choices in their domains.
 *
 * <p>The place of a number is how far it is from the low to the high end, on the scale of its
 * range; that of option k of n is k / (n − 1). Few epochs thus mislead, differently and smoothly
 * over the space, and after all of them the reward is exact.
 *
 * @param problem the reward after all epochs
 * @param epochs R, positive
 * @param bias how much lower than at the end a reward can be, not negative; about the spread of the
 *     rewards for epochs that are worth looking at
 */
public record EpochsProblem(ReferenceProblem problem, int epochs, double bias) {

  /** Checks the numbers. */
  public EpochsProblem {
    Objects.requireNonNull(problem);
    if (epochs < 1 || !(bias >= 0)) {
      throw new IllegalArgumentException(
          "epochs (%d) must be positive, bias (%s) not negative.".formatted(epochs, bias));
    }
  }

  /**
   * The reward of an architecture.
   *
   * @param trained after how many epochs, from 1 to R
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
