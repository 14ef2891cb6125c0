package org.espalier.nas.controller.hyperband;

/**
 * A step of a bracket: the number of its trials and the epochs that they have been trained for at
 * its end.
 *
 * @param trials number of trials, positive
 * @param epochs total epochs, including those of the rungs below; positive
 */
public record Rung(int trials, int epochs) {

  /** Checks that both numbers are positive. */
  public Rung {
    if (trials < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "trials (%d) and epochs (%d) of a rung must be positive.".formatted(trials, epochs));
    }
  }
}
