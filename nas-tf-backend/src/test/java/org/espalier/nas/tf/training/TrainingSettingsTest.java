package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.loss.LossType;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

  private static TrainingSettings settings(int epochs, int batch, double l2, Integer limit) {
    return new TrainingSettings(
        epochs,
        1,
        batch,
        new Adam(0.01),
        LossType.AUTO,
        0,
        0.4,
        Augmentation.none(),
        Initializer.HE_NORMAL,
        l2,
        0,
        ClassWeighting.none(),
        true,
        null,
        null,
        List.of(),
        false,
        new Sharing(Sharing.Mode.NONE),
        limit,
        "cpu");
  }

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
  void refusesWhatCannotWork() {
    assertRefused("epochs", "epochs (0) must be positive.", () -> settings(0, 1, 0, null));
    assertRefused("batch", "batch (-1) must be positive.", () -> settings(1, -1, 0, null));
    assertRefused("l2", "l2 (-0.1) must not be negative.", () -> settings(1, 1, -0.1, null));
    assertRefused("l2", "l2 (NaN) must not be negative.", () -> settings(1, 1, Double.NaN, null));
    assertRefused(
        "memoryLimitMiB", "memoryLimitMiB (0) must be positive.", () -> settings(1, 1, 0, 0));
    assertRefused(
        "patience", "patience (0) must be positive.", () -> new EarlyStopping("loss", 0, 0));
    assertRefused(
        "minDelta",
        "minDelta (-1.0) must not be negative.",
        () -> new EarlyStopping("loss", 1, -1));
  }

  @Test
  void refusesADeviceOfAnotherName() {
    for (String label : List.of("tpu:0", "gpu", "gpu:-1", "gpu:01", "cpu:0", "GPU:0")) {
      assertRefused(
          "device",
          "device (%s) must be cpu, gpu:0, gpu:1 and so on.".formatted(label),
          () -> SettingsOf.defaults().device(label).settings());
    }
  }

  @Test
  void withoutALimitATrialMayTakeAShareOfTheMachine() {
    assertThat(MemoryLimit.of(settings(1, 1, 0, null)).mebibytes()).isPositive();
    assertThat(MemoryLimit.of(settings(1, 1, 0, 300)).mebibytes()).isEqualTo(300);
  }
}
