package org.espalier.nas.tf.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final TensorShape IMAGES = TensorShape.of(28, 20, 1);

  private static void assertRefused(String setting, String message, Runnable creation) {
    assertThatThrownBy(creation::run)
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            error -> {
              assertThat(error.setting()).isEqualTo(setting);
              assertThat(error).hasMessage(message);
            });
  }

  @Test
  void valuesOutsideTheirRangesAreRefused() {
    assertRefused(
        "crop", "crop (-1) must not be negative.", () -> new Augmentation(Flip.NONE, -1, 0, 0, 0));
    assertRefused(
        "rotation",
        "rotation (181.0) must lie in [0, 180].",
        () -> new Augmentation(Flip.NONE, 0, 181, 0, 0));
    assertRefused(
        "cutout",
        "cutout (-8) must not be negative.",
        () -> new Augmentation(Flip.NONE, 0, 0, -8, 0));
    assertRefused(
        "mixup",
        "mixup (NaN) must not be negative.",
        () -> new Augmentation(Flip.NONE, 0, 0, 0, Double.NaN));
  }

  @Test
  void tablesAreRefused() {
    assertRefused(
        "augmentation",
        "augmentation changes images, but the examples of the data set are rows of 11 numbers;"
            + " remove augmentation.",
        () -> new Augmentation(Flip.NONE, 0, 0, 0, 0.2).requireFit(TensorShape.of(11), false));
    assertThatCode(() -> Augmentation.none().requireFit(TensorShape.of(11), false))
        .doesNotThrowAnyException();
  }

  @Test
  void sizesMustBeSmallerThanTheImages() {
    assertRefused(
        "augmentation.crop",
        "augmentation.crop (20) must be less than the height and width of the images (28 × 20).",
        () -> new Augmentation(Flip.NONE, 20, 0, 0, 0).requireFit(IMAGES, true));
    assertRefused(
        "augmentation.cutout",
        "augmentation.cutout (28) must be less than the height and width of the images (28 × 20).",
        () -> new Augmentation(Flip.NONE, 0, 0, 28, 0).requireFit(IMAGES, true));
    assertThatCode(
            () -> new Augmentation(Flip.HORIZONTAL, 19, 10, 19, 0.2).requireFit(IMAGES, true))
        .doesNotThrowAnyException();
  }

  @Test
  void anySettingMakesItActive() {
    assertThat(Augmentation.none().active()).isFalse();
    assertThat(new Augmentation(Flip.VERTICAL, 0, 0, 0, 0).active()).isTrue();
    assertThat(new Augmentation(Flip.NONE, 1, 0, 0, 0).active()).isTrue();
    assertThat(new Augmentation(Flip.NONE, 0, 1, 0, 0).active()).isTrue();
    assertThat(new Augmentation(Flip.NONE, 0, 0, 1, 0).active()).isTrue();
    assertThat(new Augmentation(Flip.NONE, 0, 0, 0, 0.1).active()).isTrue();
  }
}
