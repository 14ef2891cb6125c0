package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link FriedmanDataset}.
 *
 * @param samples number of examples
 * @param noise standard deviation of the noise
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record FriedmanSettings(
    @Default("1000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("1.0") @Description("Standard deviation of the noise.") @Range("[0, inf)")
        double noise,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the ranges. */
  public FriedmanSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(FriedmanSettings.class, samples, noise, seed, prepare);
  }
}
