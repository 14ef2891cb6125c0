package org.espalier.nas.controller.local;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of local search.
 *
 * @param acceptance time of a move to a better neighbour
 * @param initial number of random architectures, the best of which the climb starts from
 * @param perturbation number of mutations of the best architecture so far with which a restart
 *     begins; 0 to restart from random architectures
 * @param batch number of trials to keep outstanding at once
 * @param maxRedraws number of redraws of a repeated architecture before the rest of the space is
 *     listed and drawn from
 */
public record LocalSearchSettings(
    @Default("first") @Description("Time of a move to a better neighbour: first or best.")
        Acceptance acceptance,
    @Default("10")
        @Description("Random architectures, the best of which the climb starts from.")
        @Range("[1, inf)")
        int initial,
    @Default("3")
        @Description("Mutations of the best so far with which a restart begins; 0 for random.")
        @Range("[0, inf)")
        int perturbation,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Redraws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** Times of a move to a better neighbour. */
  public enum Acceptance {
    /** As soon as a better neighbour is found. */
    FIRST,
    /** After all neighbours were evaluated, to the best of them. */
    BEST
  }

  /** Checks the ranges. */
  public LocalSearchSettings {
    Objects.requireNonNull(acceptance);
    SettingRanges.check(
        LocalSearchSettings.class, acceptance, initial, perturbation, batch, maxRedraws);
  }
}
