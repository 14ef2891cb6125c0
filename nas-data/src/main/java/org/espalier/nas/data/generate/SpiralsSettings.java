package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link SpiralsDataset}.
 *
 * @param samples number of examples
 * @param classes number of spirals
 * @param turns number of turns of a spiral
 * @param noise standard deviation of the noise
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record SpiralsSettings(
    @Default("1000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("2") @Description("Number of spirals.") @Range("[2, inf)") int classes,
    @Default("1.5") @Description("Number of turns of a spiral.") @Range("(0, inf)") double turns,
    @Default("0.02") @Description("Standard deviation of the noise.") @Range("[0, inf)")
        double noise,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the ranges. */
  public SpiralsSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(SpiralsSettings.class, samples, classes, turns, noise, seed, prepare);
    Ranges.atLeast(2L * classes, "samples", samples);
  }
}
