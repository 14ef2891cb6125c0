package org.espalier.nas.controller.local;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of local search.
 *
 * @param acceptance when it moves to a better neighbour
 * @param initial how many architectures are drawn of which the best is climbed from
 * @param perturbation how many mutations of the best so far a restart begins with; 0 to begin with
 *     random architectures
 * @param batch how many trials should be outstanding at once
 * @param maxRedraws how often a repeated architecture is drawn again before what is left of the
 *     space is listed and drawn from
 */
public record LocalSearchSettings(
    @Default("first") @Description("When it moves to a better neighbour.") Acceptance acceptance,
    @Default("10")
        @Description("How many architectures are drawn of which the best is climbed from.")
        @Range("[1, inf)")
        int initial,
    @Default("3")
        @Description("Mutations of the best so far with which a restart begins; 0 for random.")
        @Range("[0, inf)")
        int perturbation,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Draws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** When it moves to a better neighbour. */
  public enum Acceptance {
    /** As soon as one is found. */
    FIRST,
    /** After all were evaluated, to the best of them. */
    BEST
  }

  /** Checks the ranges. */
  public LocalSearchSettings {
    Objects.requireNonNull(acceptance);
    SettingRanges.check(
        LocalSearchSettings.class, acceptance, initial, perturbation, batch, maxRedraws);
  }
}
