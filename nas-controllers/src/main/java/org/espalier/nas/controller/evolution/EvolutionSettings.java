package org.espalier.nas.controller.evolution;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of regularized evolution.
 *
 * @param population P, number of architectures in the population
 * @param tournament S, number of members drawn, the best of which becomes a parent
 * @param cycles C, total number of proposals, including the first population; 0 for as many as the
 *     budget allows
 * @param aging true if the oldest member dies, false if the worst does
 * @param crossover probability that a child has two parents
 * @param repeats true to allow repeated proposals of an architecture
 * @param batch number of trials to keep outstanding at once
 * @param maxRedraws number of redraws of a repeated architecture before the rest of the space is
 *     listed and drawn from
 */
public record EvolutionSettings(
    @Default("20") @Description("Architectures in the population (P).") @Range("[1, inf)")
        int population,
    @Default("10")
        @Description("Members drawn, the best of which becomes a parent (S).")
        @Range("[1, inf)")
        int tournament,
    @Default("0")
        @Description("Total number of trials (C); 0 for as many as the budget allows.")
        @Range("[0, inf)")
        int cycles,
    @Default("true") @Description("Remove the oldest member instead of the worst.") boolean aging,
    @Default("0") @Description("Probability that a child has two parents.") @Range("[0, 1]")
        double crossover,
    @Default("false") @Description("Allow repeated proposals of an architecture.") boolean repeats,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Redraws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** Checks the ranges. */
  public EvolutionSettings {
    SettingRanges.check(
        EvolutionSettings.class,
        population,
        tournament,
        cycles,
        aging,
        crossover,
        repeats,
        batch,
        maxRedraws);
  }
}
