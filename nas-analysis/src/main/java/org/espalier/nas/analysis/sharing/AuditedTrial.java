package org.espalier.nas.analysis.sharing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trial of a search with weight sharing, with the scores of its architecture trained alone.
 *
 * @param number number of the trial
 * @param architecture architecture, shortened for display
 * @param third third of the ranking by shared scores, 1 for the best
 * @param inheritedLayers number of layers that started from shared weights; null if not recorded
 * @param shared reward of the trial in the search
 * @param alone rewards of the stand-alone trainings, one for each seed, without failed ones
 */
public record AuditedTrial(
    int number,
    String architecture,
    int third,
    @Nullable Integer inheritedLayers,
    double shared,
    List<Double> alone) {

  /** Number of groups of the ranking. */
  public static final int THIRDS = 3;

  /** Checks and copies. */
  public AuditedTrial {
    Objects.requireNonNull(architecture);
    alone = List.copyOf(alone);
    if (third < 1 || third > THIRDS) {
      throw new IllegalArgumentException("third (" + third + ") must be 1, 2 or 3.");
    }
  }

  /** Returns the mean reward of the stand-alone trainings; NaN if all of them failed. */
  public double meanAlone() {
    return alone.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Returns the reward under sharing minus the mean of the stand-alone trainings. */
  public double gain() {
    return shared - meanAlone();
  }
}
