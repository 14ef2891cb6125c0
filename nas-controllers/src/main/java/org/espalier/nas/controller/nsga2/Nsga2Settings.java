package org.espalier.nas.controller.nsga2;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of NSGA-II.
 *
 * @param population N, number of architectures in the population and in each generation
 * @param crossover probability that a child has two parents
 * @param mutation probability that a child is mutated, once and by the search space's own mutation
 * @param maxRedraws number of redraws of a repeated architecture before the rest of the space is
 *     listed and drawn from
 */
public record Nsga2Settings(
    @Default("50")
        @Description("Architectures in the population and in each generation (N).")
        @Range("[2, inf)")
        int population,
    @Default("0.9") @Description("Probability that a child has two parents.") @Range("[0, 1]")
        double crossover,
    @Default("1")
        @Description("Probability that a child is mutated, once and as the space does it.")
        @Range("[0, 1]")
        double mutation,
    @Default("100")
        @Description("Redraws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** Checks the ranges. */
  public Nsga2Settings {
    SettingRanges.check(Nsga2Settings.class, population, crossover, mutation, maxRedraws);
  }
}
