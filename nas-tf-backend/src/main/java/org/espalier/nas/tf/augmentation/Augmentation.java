package org.espalier.nas.tf.augmentation;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of random changes to each training image. Validation and test images are never
 * changed.
 *
 * @param flip the mirror images
 * @param crop the largest shift in both directions, in pixels; the part outside the image is black:
 *     a crop of the image's size from the image padded by this many pixels
 * @param rotation the largest angle about the centre in both directions, in degrees; the part
 *     outside the image is black
 * @param cutout the side, in pixels, of a square that is covered with the mean colour of the
 *     training part. Its centre is any pixel, so that a part of it may be outside the image
 *     (DeVries &amp; Taylor 2017)
 * @param mixup α of the distribution Beta(α, α) of the share of the image when it is mixed with
 *     another one of the batch (Zhang et al. 2018); 0: images are not mixed
 */
public record Augmentation(
    @Default("none") @Description("Mirror images: none, horizontal, vertical or both.") Flip flip,
    @Default("0")
        @Description("Largest shift of a crop after padding, in pixels.")
        @Range("[0, inf)")
        int crop,
    @Default("0") @Description("Largest rotation, in degrees.") @Range("[0, 180]") double rotation,
    @Default("0") @Description("Side of the square that is covered, in pixels.") @Range("[0, inf)")
        int cutout,
    @Default("0")
        @Description("Parameter of the Beta distribution of mixup; 0: none.")
        @Range("[0, inf)")
        double mixup) {

  /** Checks the ranges. */
  public Augmentation {
    Objects.requireNonNull(flip);
    SettingRanges.check(Augmentation.class, flip, crop, rotation, cutout, mixup);
  }

  /** Returns the settings that change nothing. */
  public static Augmentation none() {
    return new Augmentation(Flip.NONE, 0, 0, 0, 0);
  }

  /** Returns true if images are changed. */
  public boolean active() {
    return changesPixels() || mixup > 0;
  }

  /** Returns true if images are changed before they are mixed. */
  boolean changesPixels() {
    return flip != Flip.NONE || crop > 0 || rotation > 0 || cutout > 0;
  }

  /**
   * Checks that the changes can be made to the examples of a data set.
   *
   * @param shape the shape of one example: height × width × channels of images
   * @param images true if the examples are images whose pixels are kept as bytes
   * @throws InvalidSettingException if the examples are not images, or smaller than a size
   */
  public void requireFit(TensorShape shape, boolean images) {
    if (!active()) {
      return;
    }
    if (!images) {
      throw new InvalidSettingException(
          "augmentation",
          "augmentation changes images, but the examples of the data set are rows of %d numbers; remove augmentation."
              .formatted(shape.size()));
    }
    requireSmaller("crop", crop, shape);
    requireSmaller("cutout", cutout, shape);
  }

  private static void requireSmaller(String setting, int pixels, TensorShape shape) {
    int height = shape.dimensions().get(0);
    int width = shape.dimensions().get(1);
    if (pixels >= Math.min(height, width)) {
      throw new InvalidSettingException(
          "augmentation." + setting,
          "augmentation.%s (%d) must be less than the height and width of the images (%d × %d)."
              .formatted(setting, pixels, height, width));
    }
  }
}
