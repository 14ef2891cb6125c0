package org.espalier.nas.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
  private final NetworkSpec image =
      new NetworkSpec(
          TensorShape.of(28, 28),
          List.of(
              new Flatten(),
              new Dense(16, Activation.RELU),
              new Dropout(0.5),
              new Dense(10, Activation.SOFTMAX)));

  @Test
  void theShapeGoesThroughTheLayers() {
    assertThat(image.output()).isEqualTo(TensorShape.of(10));
    assertThat(new Flatten().output(TensorShape.of(28, 28))).isEqualTo(TensorShape.of(784));
    assertThat(new Dropout(0.5).output(TensorShape.of(3, 4))).isEqualTo(TensorShape.of(3, 4));
  }

  @Test
  void parametersAreWeightsAndBiases() {
    // 784·16 + 16 = 12,560 and 16·10 + 10 = 170.
    assertThat(image.parameters()).isEqualTo(12_730);
  }

  @Test
  void aMultiplyAddCountsTwoOperations() {
    // 2·784·16 + 16 = 25,104 and 2·16·10 + 10 = 330.
    assertThat(image.flops()).isEqualTo(25_434);
  }

  @Test
  void countsDoNotOverflow() {
    int wide = 1 << 20;
    NetworkSpec network =
        new NetworkSpec(TensorShape.of(wide), List.of(new Dense(wide, Activation.LINEAR)));

    assertThat(network.parameters()).isEqualTo((1L << 40) + wide);
    assertThat(network.flops()).isEqualTo((1L << 41) + wide);
  }

  @Test
  void itPrintsItsLayers() {
    assertThat(image).hasToString("[flatten, (16, relu), dropout(0.5), (10, softmax)]");
    assertThat(TensorShape.of(28, 28)).hasToString("28×28");
  }

  @Test
  void layersThatDoNotFitAreRefused() {
    assertThatThrownBy(
            () ->
                new NetworkSpec(TensorShape.of(28, 28), List.of(new Dense(3, Activation.SOFTMAX))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "layer0: Dense needs an input of one dimension, not 28×28; put Flatten before it.");
    assertThatThrownBy(() -> new NetworkSpec(TensorShape.of(4), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers must hold at least the output layer.");
  }

  @Test
  void wrongLayersAreRefused() {
    assertThatThrownBy(() -> new Dense(0, Activation.RELU))
        .hasMessage("units (0) must be positive.");
    assertThatThrownBy(() -> new Dropout(1)).hasMessage("rate (1.0) must lie in [0, 1).");
    assertThatThrownBy(() -> new Dropout(Double.NaN)).hasMessage("rate (NaN) must lie in [0, 1).");
    assertThatThrownBy(() -> TensorShape.of(3, 0))
        .hasMessage("dimensions [3, 0] must be positive.");
  }

  @Test
  void aScalarHasOneValue() {
    assertThat(TensorShape.of().size()).isEqualTo(1);
    assertThat(TensorShape.of().rank()).isZero();
    assertThat(TensorShape.of(3, 4, 5).size()).isEqualTo(60);
  }

  @Test
  void activationsHaveLabelsWhateverTheLocale() {
    // The tests run under a Turkish locale, in which "SIGMOID" has another lower case.
    assertThat(Activation.SIGMOID.label()).isEqualTo("sigmoid");
    assertThat(Activation.values())
        .allMatch(activation -> Activation.ofLabel(activation.label()).orElseThrow() == activation);
    assertThat(Activation.ofLabel("step")).isEmpty();
  }
}
