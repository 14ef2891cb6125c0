package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.UnaryLayer;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class LayerTesterTest {
  private static final TensorShape FIVE = TensorShape.of(5);

  /** A layer that computes x·scale, with one number for each input. */
  record Scale() implements UnaryLayer {
    @Override
    public TensorShape output(TensorShape input) {
      return input;
    }

    @Override
    public long parameters(TensorShape input) {
      return input.size();
    }

    @Override
    public long flops(TensorShape input) {
      return input.size();
    }

    @Override
    public String label() {
      return "scale";
    }
  }

  /** A builder of {@link Scale}. */
  public static final class ScaleBuilder implements LayerBuilder<Scale> {
    @Override
    public GraphLayer build(LayerContext context, Scale layer, List<TensorShape> inputs) {
      Operand<TFloat32> scale =
          context.variable("scale", Shape.of(inputs.get(0).size()), FirstValues.normal(1));
      return (tf, examples, mode) -> tf.math.mul(examples.get(0), scale);
    }
  }

  /** A block with a layer of TensorFlow's own in it. */
  record Block() implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      return LayerGraph.chain(
          inputs,
          new Residual(
              List.of(new Scale(), new Dense(3, Activation.TANH), new Dropout(0.5)),
              List.of(new Dense(3, Activation.LINEAR)),
              Activation.RELU));
    }

    @Override
    public String label() {
      return "block";
    }
  }

  @Test
  void theGradientsOfDenseLayersAndOfALayerOfOnesOwnAreRight() {
    try (LayerTester<Dense> dense =
            LayerTester.of(new DenseBuilder(), new Dense(4, Activation.TANH), FIVE, 1);
        LayerTester<Scale> scale = LayerTester.of(new ScaleBuilder(), new Scale(), FIVE, 1)) {
      assertThat(dense.gradientError()).isLessThan(1e-2);
      assertThat(dense.parameters()).isEqualTo(24);
      assertThat(dense.outputShape()).isEqualTo(TensorShape.of(4));
      assertThat(scale.gradientError()).isLessThan(1e-2);
      assertThat(scale.parameters()).isEqualTo(new Scale().parameters(FIVE));
      assertThat(scale.output(new float[10], Mode.TRAINING)).hasSize(10);
    }
  }

  @Test
  void aWrongGradientIsSeen() {
    LayerBuilder<Scale> wrong =
        (context, layer, input) -> {
          Operand<TFloat32> scale =
              context.variable("scale", Shape.of(input.get(0).size()), FirstValues.constant(2));
          // The square's gradient is stopped, so that half of it is missing.
          return (tf, examples, mode) ->
              tf.math.mul(examples.get(0), tf.math.mul(scale, tf.stopGradient(scale)));
        };
    try (LayerTester<Scale> tester = LayerTester.of(wrong, new Scale(), FIVE, 1)) {
      assertThat(tester.gradientError()).isGreaterThan(0.3);
    }
  }

  @Test
  void namesOfVariablesAreCheckedAndFirstValuesCounted() {
    assertThatThrownBy(
            () ->
                LayerTester.of(
                    (context, layer, input) -> {
                      context.variable("my.scale", Shape.of(1), FirstValues.constant(0));
                      return (tf, examples, mode) -> examples.get(0);
                    },
                    new Scale(),
                    FIVE,
                    1))
        .hasMessageContaining("The name of the variable (my.scale) must be letters and digits");
  }

  @Test
  void aComposedNetworkHasTheParametersOfItsSpec() {
    NetworkSpec spec =
        new NetworkSpec(FIVE, List.of(new Block(), new Block(), new Dense(2, Activation.SOFTMAX)));
    LayerBuilders builders = StandardLayers.with(Scale.class, ScaleBuilder.class);
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Network network =
          Network.build(tf, builders, spec.expanded(), 1, Variable.counter(tf, "iteration"));
      assertThat(network.variables().stream().mapToLong(Variable::size).sum())
          .isEqualTo(spec.parameters());
      assertThat(network.variables())
          .extracting(Variable::toString)
          .startsWith(
              "layer0/layer0/body0.scale[5]",
              "layer0/layer0/body1.kernel[5, 3]",
              "layer0/layer0/body1.bias[3]",
              "layer0/layer0/shortcut0.kernel[5, 3]",
              "layer0/layer0/shortcut0.bias[3]",
              "layer1/layer0/body0.scale[3]");
      assertThat(network.weights()).hasSize(5);
      assertThat(network.dependsOnMode()).isTrue();
    }
  }

  @Test
  void layersThatCannotBeBuiltAreNamedAtAnyDepth() {
    NetworkSpec spec =
        new NetworkSpec(FIVE, List.of(new Block(), new Dense(2, Activation.SOFTMAX)));
    LayerBuilders builders = StandardLayers.builders();
    assertThat(builders.unknown(spec)).containsExactly(Scale.class.getName());
    assertThat(builders.unknown(Set.of(Block.class, Dense.class, Residual.class))).isEmpty();
    assertThat(StandardLayers.with(Scale.class, ScaleBuilder.class).unknown(spec)).isEmpty();
  }
}
