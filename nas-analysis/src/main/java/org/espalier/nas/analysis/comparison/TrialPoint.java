package org.espalier.nas.analysis.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A trial of a search, reduced to the values that comparisons use.
 *
 * @param number number of the trial, from 1
 * @param fidelity epochs at which it was measured, those of a continued trial included
 * @param reward reward told to the controller, or null if the trial failed
 * @param score true score of the architecture in the comparison's metric, larger is better; null if
 *     unknown or the trial failed
 * @param epochs epochs trained by this trial, not negative
 * @param seconds charged training time, not negative
 * @param spread standard deviation of the score over the folds of a cross-validation; null if there
 *     is none
 */
public record TrialPoint(
    int number,
    int fidelity,
    @Nullable Double reward,
    @Nullable Double score,
    double epochs,
    double seconds,
    @Nullable Double spread) {

  /** Creates a trial without folds. */
  public TrialPoint(
      int number,
      int fidelity,
      @Nullable Double reward,
      @Nullable Double score,
      double epochs,
      double seconds) {
    this(number, fidelity, reward, score, epochs, seconds, null);
  }

  /** Returns the trial with another score, which has no spread. */
  public TrialPoint withScore(@Nullable Double other) {
    return new TrialPoint(number, fidelity, reward, other, epochs, seconds);
  }

  /** Returns the trial with another spread of its score over folds. */
  public TrialPoint withSpread(@Nullable Double other) {
    return new TrialPoint(number, fidelity, reward, score, epochs, seconds, other);
  }
}
