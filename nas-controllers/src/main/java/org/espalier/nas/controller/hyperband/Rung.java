package org.espalier.nas.controller.hyperband;

/**
 * A step of a bracket: so many trials that have been trained for so many epochs at its end.
 *
 * @param trials how many, positive
 * @param epochs in total, those of the rungs below included; positive
 */
public record Rung(int trials, int epochs) {

  /** Checks both numbers. */
  public Rung {
    if (trials < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "trials (%d) and epochs (%d) of a rung must be positive.".formatted(trials, epochs));
    }
  }
}
