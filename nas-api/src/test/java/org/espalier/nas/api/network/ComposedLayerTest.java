package org.espalier.nas.api.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComposedLayerTest {
  private static final TensorShape FOUR = TensorShape.of(4);
  private static final List<TensorShape> FOURS = List.of(FOUR);

  /** A dense layer and a residual block of its own width, with a composed layer in its body. */
  private record Outer(int units) implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      return LayerGraph.chain(
          inputs, new Dense(units, Activation.RELU), Residual.of(new Inner(), new Inner()));
    }

    @Override
    public String label() {
      return "outer(" + units + ")";
    }
  }

  /** A dense layer as wide as its input, and a dropout. */
  private record Inner() implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      return LayerGraph.chain(
          inputs, new Dense(inputs.get(0).size(), Activation.TANH), new Dropout(0.1));
    }

    @Override
    public String label() {
      return "inner";
    }
  }

  @Test
  void shapeParametersAndOperationsAreThoseOfTheParts() {
    Outer layer = new Outer(3);
    assertThat(layer.output(FOURS)).isEqualTo(TensorShape.of(3));
    assertThat(layer.parameters(FOURS)).isEqualTo((4 + 1) * 3 + 2 * (3 + 1) * 3);
    assertThat(layer.flops(FOURS)).isEqualTo((2 * 4 * 3 + 3) + 2 * (2 * 3 * 3 + 3) + 3);
    assertThat(layer.activations(FOURS)).isEqualTo(3 + 2 * (3 + 2 * 3) + 3);
  }

  @Test
  void partsTakeThePlaceOfComposedLayersAtAnyDepth() {
    NetworkSpec network =
        new NetworkSpec(FOUR, List.of(new Outer(3), new Dense(2, Activation.SOFTMAX)));
    NetworkSpec expanded = network.expanded();
    assertThat(network).hasToString("[outer(3), (2, softmax)]");
    assertThat(expanded)
        .hasToString(
            "[layer0/layer0 = (3, relu)(input), "
                + "layer0/layer1/body0/layer0 = (3, tanh)(layer0/layer0), "
                + "layer0/layer1/body0/layer1 = dropout(0.1)(layer0/layer1/body0/layer0), "
                + "layer0/layer1/body1/layer0 = (3, tanh)(layer0/layer1/body0/layer1), "
                + "layer0/layer1/body1/layer1 = dropout(0.1)(layer0/layer1/body1/layer0), "
                + "layer0/layer1/sum = add(layer0/layer1/body1/layer1, layer0/layer0), "
                + "layer1 = (2, softmax)(layer0/layer1/sum)]");
    assertThat(expanded.parameters()).isEqualTo(network.parameters());
    assertThat(expanded.flops()).isEqualTo(network.flops());
    assertThat(expanded.activations()).isEqualTo(network.activations());
    assertThat(expanded.expanded()).isEqualTo(expanded);
  }

  @Test
  void aShortcutProjectsWhereTheBodyChangesTheShape() {
    Residual block =
        new Residual(
            List.of(new Dense(8, Activation.RELU), new Dense(2, Activation.LINEAR)),
            List.of(new Dense(2, Activation.LINEAR)),
            Activation.RELU);
    assertThat(block.output(FOURS)).isEqualTo(TensorShape.of(2));
    assertThat(block.parameters(FOURS)).isEqualTo(5 * 8 + 9 * 2 + 5 * 2);
    assertThat(block.label()).isEqualTo("residual([(8, relu), (2, linear)] + [(2, linear)], relu)");
  }

  @Test
  void bothWaysMustGiveTheSameShape() {
    assertThatThrownBy(() -> Residual.of(new Dense(2, Activation.RELU)).output(FOURS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "body ([(2, relu)]) gives the shape 2 and shortcut ([]) the shape 4; they must be the"
                + " same. Maybe a layer is missing in the shortcut.");
    assertThatThrownBy(() -> Residual.of()).hasMessage("body must hold at least one layer.");
  }
}
