package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          TensorShape.of(512, 512, 3),
          List.of(
              Conv2d.of(16, Window.of(3)).with(Activation.RELU),
              Conv2d.of(16, Window.of(3)).with(Activation.RELU),
              new GlobalAveragePool(),
              new Dense(2, Activation.SOFTMAX)));
  private static final TrainingSettings SETTINGS = SettingsOf.defaults().settings();

  @Test
  void activationsOfFewWeightsExceedALimit() {
    assertThat(NETWORK.parameters()).isLessThan(3000);

    assertThat(new MemoryLimit(3801).exceededBy(NETWORK, SETTINGS, 1, 1).orElseThrow())
        .endsWith(
            "needs about 3802 MiB, more than memoryLimitMiB (3801); a smaller batch or a larger"
                + " limit would allow it.");
  }

  @Test
  void theLimitItselfIsAllowed() {
    assertThat(new MemoryLimit(3802).exceededBy(NETWORK, SETTINGS, 1, 1)).isEmpty();
  }

  @Test
  void aSmallerBatchNeedsLess() {
    // Thirty-two examples at once in training, and as many predicted without gradients.
    assertThat(new MemoryLimit(1300).exceededBy(NETWORK, SETTINGS, 32, 1)).isPresent();
    assertThat(MemoryEstimate.of(NETWORK, SETTINGS.optimizer(), 8, 8).mebibytes()).isLessThan(1300);
  }
}
