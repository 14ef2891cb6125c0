package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link RandomLabelsDataset}.
 *
 * @param samples number of examples
 * @param classes number of classes
 * @param features number of dimensions
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record RandomLabelsSettings(
    @Default("1000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("5") @Description("Number of classes.") @Range("[2, inf)") int classes,
    @Default("5") @Description("Number of dimensions.") @Range("[1, inf)") int features,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the ranges. */
  public RandomLabelsSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(RandomLabelsSettings.class, samples, classes, features, seed, prepare);
  }
}
