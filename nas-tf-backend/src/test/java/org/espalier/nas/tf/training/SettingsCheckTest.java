package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.augmentation.Flip;
import org.espalier.nas.tf.loss.LossType;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
  private static final TensorShape SHAPE = TensorShape.of(9, 8, 3);
  private static final Task THREE = new Task.Classification("kind", List.of("a", "b", "c"));

  private static void assertRefused(
      SettingsCheck check, SettingsOf settings, String setting, String message) {
    assertThatThrownBy(() -> check.require(settings.settings()))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            error -> {
              assertThat(error.setting()).isEqualTo(setting);
              assertThat(error).hasMessage(message);
            });
  }

  private static SettingsCheck images(Task task) {
    return new SettingsCheck(task, SHAPE, true);
  }

  @Test
  void labelSmoothingNeedsSeveralClassesAndCrossEntropy() {
    SettingsOf smoothed = SettingsOf.defaults().labelSmoothing(0.1);
    assertThatCode(() -> images(THREE).require(smoothed.settings())).doesNotThrowAnyException();
    assertRefused(
        images(new Task.Classification("ill", List.of("no", "yes"))),
        smoothed,
        "labelSmoothing",
        "labelSmoothing (0.1) needs three or more classes, but ill has two; set it to 0.");
    assertRefused(
        images(new Task.Regression("age")),
        smoothed,
        "labelSmoothing",
        "labelSmoothing (0.1) needs three or more classes, but age is a number; set it to 0.");
    assertRefused(
        images(new Task.MultiLabel("tags", List.of("a", "b", "c"))),
        smoothed,
        "labelSmoothing",
        "labelSmoothing (0.1) needs three or more classes, but tags consists of several labels;"
            + " set it to 0.");
    assertRefused(
        images(THREE),
        SettingsOf.defaults().labelSmoothing(0.1).loss(LossType.MEAN_SQUARED_ERROR),
        "labelSmoothing",
        "labelSmoothing (0.1) needs loss auto, the cross-entropy; change one of the two.");
  }

  @Test
  void augmentationNeedsImagesThatAreLargeEnough() {
    SettingsOf cropped =
        SettingsOf.defaults().augmentation(new Augmentation(Flip.NONE, 8, 0, 0, 0));
    assertRefused(
        images(THREE),
        cropped,
        "augmentation.crop",
        "augmentation.crop (8) must be less than the height and width of the images (9 × 8).");
    assertRefused(
        SettingsCheck.of(TableDataset.blobs(3, TensorShape.of(4), 10, 5)),
        cropped,
        "augmentation",
        "augmentation changes images, but the examples of the data set are rows of 4 numbers;"
            + " remove augmentation.");
    SettingsCheck larger = SettingsCheck.of(ImageDataset.of(TensorShape.of(9, 9, 1), 3, 10, 5));
    assertThatCode(() -> larger.require(cropped.settings())).doesNotThrowAnyException();
  }

  @Test
  void searchedSizesMustFitTheImages() {
    assertThatThrownBy(() -> searched(8))
        .isInstanceOf(InvalidHyperparameterException.class)
        .hasMessageContaining("augmentation.crop (8) must be less");
    assertThat(searched(7)).isNotNull();
  }

  private static TunableSettings searched(int most) {
    TunedNetworks space =
        new TunedNetworks(
            new NetworkSpec(SHAPE, List.of(new Flatten(), new Dense(3, Activation.SOFTMAX))),
            List.of(new Decision("augmentation.crop", new IntegerRange(0, most, 1, Scale.LINEAR))));
    return TunableSettings.of(SettingsOf.defaults().settings(), space, images(THREE));
  }
}
