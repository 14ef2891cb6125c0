package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Sgd;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          TensorShape.of(10),
          List.of(new Dense(100, Activation.RELU), new Dense(2, Activation.SOFTMAX)));

  @Test
  void countsWeightsGradientsAndSlotsAndTheActivationsOfABatch() {
    MemoryEstimate adam = MemoryEstimate.of(NETWORK, new Adam(0.1), 32, 48);
    MemoryEstimate sgd = MemoryEstimate.of(NETWORK, new Sgd(0.1), 32, 48);

    assertThat(adam.variables()).isEqualTo(4.0 * 4 * (11 * 100 + 101 * 2));
    assertThat(sgd.variables()).isEqualTo(2.0 * 4 * (11 * 100 + 101 * 2));
    assertThat(adam.activations()).isEqualTo(2.0 * 4 * 32 * (10 + 100 + 2));
    assertThat(adam.mebibytes()).isEqualTo(1);
  }

  @Test
  void aSizeBeyondAllMemoryDoesNotOverflow() {
    NetworkSpec huge =
        new NetworkSpec(
            TensorShape.of(2_000_000_000),
            List.of(new Dense(2_000_000_000, Activation.RELU), new Dense(1, Activation.SIGMOID)));

    MemoryEstimate estimate = MemoryEstimate.of(huge, new Adam(0.1), 1 << 20, 1);

    assertThat(estimate.mebibytes()).isGreaterThan(60_000_000_000_000L);
  }
}
