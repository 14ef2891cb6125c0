package org.espalier.nas.controller.evolution;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of regularized evolution.
 *
 * @param population P, how many architectures live at once
 * @param tournament S, how many are drawn of which the best becomes a parent
 * @param cycles C, how many architectures are proposed in all, the first population included; 0 for
 *     as many as the budget allows
 * @param aging whether the oldest dies; else the worst does
 * @param crossover the probability that a child has two parents
 * @param repeats whether an architecture may be proposed again
 * @param batch how many trials should be outstanding at once
 * @param maxRedraws how often a repeated architecture is drawn again before what is left of the
 *     space is listed and drawn from
 */
public record EvolutionSettings(
    @Default("20") @Description("How many architectures live at once (P).") @Range("[1, inf)")
        int population,
    @Default("10")
        @Description("How many are drawn of which the best becomes a parent (S).")
        @Range("[1, inf)")
        int tournament,
    @Default("0")
        @Description("How many trials in all (C); 0 for as many as the budget allows.")
        @Range("[0, inf)")
        int cycles,
    @Default("true") @Description("Whether the oldest dies; else the worst does.") boolean aging,
    @Default("0") @Description("The probability that a child has two parents.") @Range("[0, 1]")
        double crossover,
    @Default("false") @Description("Whether an architecture may be proposed again.")
        boolean repeats,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Draws of a repeated architecture before the rest of the space is listed.")
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
