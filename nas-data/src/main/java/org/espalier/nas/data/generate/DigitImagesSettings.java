package org.espalier.nas.data.generate;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.data.prepare.Preparation;

/**
 * Settings of {@link DigitImagesDataset}.
 *
 * @param samples number of images
 * @param size height and width of an image in pixels
 * @param distortion factor of all distortions; 0 draws each digit in the same place
 * @param noise standard deviation of the noise, where 1 is the range from black to white
 * @param seed seed of the images; the study's seed does not change them
 * @param prepare preparation of the data
 */
public record DigitImagesSettings(
    @Default("2000") @Description("Number of images.") @Range("[30, 100000]") int samples,
    @Default("16") @Description("Height and width in pixels.") @Range("[8, 64]") int size,
    @Default("1.0") @Description("Factor of rotation, shear, scaling and shift.") @Range("[0, 3]")
        double distortion,
    @Default("0.15")
        @Description("Standard deviation of the noise; 1 is the range from black to white.")
        @Range("[0, 1]")
        double noise,
    @Default("1")
        @Description("Seed of the images; the study's seed does not change them.")
        @Range("(-inf, inf)")
        long seed,
    @Default("{}") @Description("Preparation of the data: scaling, split.") Preparation prepare) {

  /** Checks the ranges. */
  public DigitImagesSettings {
    Objects.requireNonNull(prepare);
    SettingRanges.check(DigitImagesSettings.class, samples, size, distortion, noise, seed, prepare);
  }
}
