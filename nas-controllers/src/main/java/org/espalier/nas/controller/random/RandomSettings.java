package org.espalier.nas.controller.random;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of random search.
 *
 * @param sampling the set over which draws are uniform
 * @param repeats true to allow repeated proposals of an architecture
 * @param batch number of trials to keep outstanding at once
 * @param maxRedraws number of redraws of a repeated architecture before the rest of the space is
 *     listed and drawn from
 */
public record RandomSettings(
    @Default("decisions") @Description("Uniform over decisions or over architectures.")
        Sampling sampling,
    @Default("false") @Description("Allow repeated proposals of an architecture.") boolean repeats,
    @Default("10") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch,
    @Default("100")
        @Description("Redraws of a repeated architecture before the rest of the space is listed.")
        @Range("[0, inf)")
        int maxRedraws) {

  /** Sets over which draws are uniform. */
  public enum Sampling {
    /** The answers to each decision; short architectures may be likelier than long ones. */
    DECISIONS,
    /** The architectures of a finite space. */
    ARCHITECTURES
  }

  /** Checks the ranges. */
  public RandomSettings {
    Objects.requireNonNull(sampling);
    SettingRanges.check(RandomSettings.class, sampling, repeats, batch, maxRedraws);
  }
}
