package org.espalier.nas.analysis.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A trial of a search, as far as comparisons need it.
 *
 * @param number counted from 1
 * @param fidelity the epochs after which it was measured, those of a continued trial included
 * @param reward what the controller was told, or null if the trial failed
 * @param score what the architecture is really worth in the comparison's metric, more being better;
 *     null if it is not known or the trial failed
 * @param epochs how many epochs it trained itself, not negative
 * @param seconds how much training time it is charged, not negative
 */
public record TrialPoint(
    int number,
    int fidelity,
    @Nullable Double reward,
    @Nullable Double score,
    double epochs,
    double seconds) {

  /** The same trial with another score. */
  public TrialPoint withScore(@Nullable Double other) {
    return new TrialPoint(number, fidelity, reward, other, epochs, seconds);
  }
}
