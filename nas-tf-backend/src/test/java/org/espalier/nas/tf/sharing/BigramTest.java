package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class BigramTest {

  @Test
  void dropoutIsSkippedAndTheInputCounts() {
    NetworkSpec network =
        new NetworkSpec(
            TensorShape.of(11),
            List.of(
                new Dense(128, Activation.RELU),
                new Dropout(0.2),
                new Dense(64, Activation.TANH),
                new Dense(3, Activation.SOFTMAX)));

    assertThat(Bigram.of(network))
        .containsExactly(
            Map.entry("layer0", new WeightKey("input(11)", "(128, relu)")),
            Map.entry("layer2", new WeightKey("(128, relu)", "(64, tanh)")),
            Map.entry("layer3", new WeightKey("(64, tanh)", "(3, softmax)")));
  }

  @Test
  void flatteningCountsWithItsSize() {
    NetworkSpec network =
        new NetworkSpec(
            TensorShape.of(28, 28), List.of(new Flatten(), new Dense(1, Activation.SIGMOID)));

    assertThat(Bigram.of(network))
        .containsExactly(Map.entry("layer1", new WeightKey("flatten(784)", "(1, sigmoid)")));
  }

  @Test
  void theTextIsReadBack() {
    WeightKey key = new WeightKey("input(28×28)", "(128, relu)");

    assertThat(WeightKey.of(key.toString())).isEqualTo(key);
  }

  @Test
  void aLabelThatWouldNotBeReadBackIsRefused() {
    assertThatThrownBy(() -> new WeightKey("a|b", "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not contain '|'");
    assertThatThrownBy(() -> WeightKey.of("a")).isInstanceOf(IllegalArgumentException.class);
  }
}
