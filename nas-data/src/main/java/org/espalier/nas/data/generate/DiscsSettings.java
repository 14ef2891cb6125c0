package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link DiscsDataset}.
 *
 * @param samples number of examples
 * @param labels number of discs, each a label
 * @param features number of dimensions
 * @param share share of the examples in each disc
 * @param noise standard deviation of the noise
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record DiscsSettings(
    @Default("1000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("4") @Description("Number of discs, each a label.") @Range("[2, inf)") int labels,
    @Default("2") @Description("Number of dimensions.") @Range("[1, inf)") int features,
    @Default("0.3") @Description("Share of the examples in each disc.") @Range("(0, 1)")
        double share,
    @Default("0.03") @Description("Standard deviation of the noise.") @Range("[0, inf)")
        double noise,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the ranges. */
  public DiscsSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(
        DiscsSettings.class, samples, labels, features, share, noise, seed, prepare);
  }
}
