package org.espalier.nas.controller.cmaes;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of CMA-ES.
 *
 * @param initialStep σ of the first generation, as a share of each range
 * @param population the number of points of a generation, at least 4; 0 for 4 + ⌊3 ln n⌋ with n
 *     decisions
 * @param restarts true to restart a search that makes no more progress, with twice the population
 */
public record CmaEsSettings(
    @Default("0.1667")
        @Description("Standard deviation of the first generation, as a share of each range.")
        @Range("(0, 1]")
        double initialStep,
    @Default("0")
        @Description("Points of a generation; 0 for 4 + floor(3 ln n) with n decisions.")
        @Range("[0, 10000]")
        int population,
    @Default("true")
        @Description("Restart a search that makes no more progress, with twice the population.")
        boolean restarts) {
  private static final int SMALLEST_POPULATION = 4;

  /** Checks the ranges. */
  public CmaEsSettings {
    SettingRanges.check(CmaEsSettings.class, initialStep, population, restarts);
  }

  /** Returns λ of the first search over {@code dimension} decisions. */
  int population(int dimension) {
    return population == 0
        ? StrategyParameters.population(dimension)
        : Math.max(SMALLEST_POPULATION, population);
  }
}
