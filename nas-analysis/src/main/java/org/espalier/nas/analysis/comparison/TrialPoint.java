package org.espalier.nas.analysis.comparison;

import java.util.List;
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
 * @param objectives true values of the objectives in their units; empty if fewer than two are
 *     compared, or the trial failed
 */
public record TrialPoint(
    int number,
    int fidelity,
    @Nullable Double reward,
    @Nullable Double score,
    double epochs,
    double seconds,
    @Nullable Double spread,
    List<Double> objectives) {

  /** Copies. */
  public TrialPoint {
    objectives = List.copyOf(objectives);
  }

  /** Creates a trial without folds and objectives. */
  public TrialPoint(
      int number,
      int fidelity,
      @Nullable Double reward,
      @Nullable Double score,
      double epochs,
      double seconds) {
    this(number, fidelity, reward, score, epochs, seconds, null, List.of());
  }

  /** Returns the trial with another score, which has no spread. */
  public TrialPoint withScore(@Nullable Double other) {
    return new TrialPoint(number, fidelity, reward, other, epochs, seconds, null, objectives);
  }

  /** Returns the trial with another spread of its score over folds. */
  public TrialPoint withSpread(@Nullable Double other) {
    return new TrialPoint(number, fidelity, reward, score, epochs, seconds, other, objectives);
  }
}
