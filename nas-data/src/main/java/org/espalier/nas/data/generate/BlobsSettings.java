package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link BlobsDataset}.
 *
 * @param samples number of examples
 * @param classes number of clouds
 * @param features number of dimensions
 * @param noise standard deviation of a cloud
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record BlobsSettings(
    @Default("1000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("3") @Description("Number of clouds.") @Range("[2, inf)") int classes,
    @Default("2") @Description("Number of dimensions.") @Range("[1, inf)") int features,
    @Default("1.0") @Description("Standard deviation of a cloud.") @Range("(0, inf)") double noise,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the ranges. */
  public BlobsSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(BlobsSettings.class, samples, classes, features, noise, seed, prepare);
    Ranges.atLeast(2L * classes, "samples", samples);
  }
}
