package org.espalier.nas.controller.random;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of random search.
 *
 * @param sampling what is uniform
 * @param repeats whether an architecture may be proposed again
 * @param batch how many trials should be outstanding at once
 * @param maxRedraws how often a repeated architecture is drawn again before what is left of the
 *     space is listed and drawn from
 */
public record RandomSettings(
    @Default("decisions") @Description("Uniform over decisions or over architectures.")
        Sampling sampling,
    @Default("false") @Description("Whether an architecture may be proposed again.")
        boolean repeats,
    @Default("10") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Draws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** What is uniform. */
  public enum Sampling {
    /** Each answer to each decision; short architectures may be likelier than long ones. */
    DECISIONS,
    /** Each architecture of a finite space. */
    ARCHITECTURES
  }

  /** Checks the ranges. */
  public RandomSettings {
    Objects.requireNonNull(sampling);
    SettingRanges.check(RandomSettings.class, sampling, repeats, batch, maxRedraws);
  }
}
