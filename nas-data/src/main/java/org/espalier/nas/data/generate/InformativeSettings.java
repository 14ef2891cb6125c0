package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link InformativeDataset}.
 *
 * @param samples number of examples
 * @param classes number of classes
 * @param features number of features
 * @param informative number of features that hold the clusters
 * @param redundant number of features that combine the informative ones
 * @param clusters number of clusters per class
 * @param separation half the edge of the cube, in standard deviations of a cluster
 * @param noise share of examples with a class drawn at random
 * @param seed seed of the examples; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record InformativeSettings(
    @Default("2000") @Description("Number of examples.") @Range("[4, inf)") int samples,
    @Default("3") @Description("Number of classes.") @Range("[2, inf)") int classes,
    @Default("10") @Description("Number of features.") @Range("[1, inf)") int features,
    @Default("4") @Description("Number of features that hold the clusters.") @Range("[1, 20]")
        int informative,
    @Default("3")
        @Description("Number of features that combine the informative ones.")
        @Range("[0, inf)")
        int redundant,
    @Default("2") @Description("Number of clusters per class.") @Range("[1, inf)") int clusters,
    @Default("1.5")
        @Description("Half the edge of the cube, in standard deviations of a cluster.")
        @Range("(0, inf)")
        double separation,
    @Default("0.02")
        @Description("Share of examples with a class drawn at random.")
        @Range("[0, 1)")
        double noise,
    @Default("1")
        @Description("Seed of the examples; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {
  private static final int MOST_DIMENSIONS = 20;

  /** Checks the ranges. */
  public InformativeSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(
        InformativeSettings.class,
        samples,
        classes,
        features,
        informative,
        redundant,
        clusters,
        separation,
        noise,
        seed,
        prepare);
    Ranges.atLeast(2L * classes, "samples", samples);
    Ranges.atLeast((long) informative + redundant, "features", features);
    if (informative > MOST_DIMENSIONS || (long) classes * clusters > 1L << informative) {
      throw new InvalidSettingException(
          "informative",
          "informative (%d) must be at most %d and give a corner to each of the %d × %d clusters."
              .formatted(informative, MOST_DIMENSIONS, classes, clusters));
    }
  }
}
