package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.UnaryLayer;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class NetworkTest {
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          TensorShape.of(2, 3),
          List.of(
              new Flatten(),
              new Dense(5, Activation.RELU),
              new Dropout(0.4),
              new Dense(2, Activation.SOFTMAX)));

  private record Unknown() implements UnaryLayer {
    @Override
    public TensorShape output(TensorShape input) {
      return input;
    }

    @Override
    public long parameters(TensorShape input) {
      return 0;
    }

    @Override
    public long flops(TensorShape input) {
      return 0;
    }

    @Override
    public String label() {
      return "unknown";
    }
  }

  @Test
  void hasAsManyParametersAsItsSpec() {
    try (Evaluation evaluation = new Evaluation()) {
      Network network = build(evaluation, 1);
      long parameters = network.variables().stream().mapToLong(Variable::size).sum();
      assertThat(parameters).isEqualTo(SPEC.parameters());
      assertThat(network.nodes().get(1).layer().variables())
          .extracting(Variable::toString)
          .containsExactly("layer1.kernel[6, 5]", "layer1.bias[5]");
      assertThat(network.weights())
          .extracting(Variable::name)
          .containsExactly("layer1.kernel", "layer3.kernel");
    }
  }

  @Test
  void drawsFirstValuesOfEachLayerFromTheSeed() {
    try (Evaluation evaluation = new Evaluation()) {
      List<float[]> first = build(evaluation, 1).initialValues(Initializer.HE_NORMAL);
      List<float[]> again = build(evaluation, 1).initialValues(Initializer.HE_NORMAL);
      List<float[]> other = build(evaluation, 2).initialValues(Initializer.HE_NORMAL);
      assertThat(again).containsExactlyElementsOf(first);
      assertThat(other.get(0)).isNotEqualTo(first.get(0));
      assertThat(other.get(1)).containsOnly(0f).hasSize(5);
    }
  }

  @Test
  void sharesItsVariablesBetweenForwardPasses() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> features = evaluation.input(Shape.of(1, 2, 3), 1, -1, 0.5f, 2, 0.1f, -0.4f);
      Variable<TInt64> iteration = Variable.counter(tf, "iteration");
      Network network = Network.build(tf, StandardLayers.builders(), SPEC, 1, iteration);
      Forward one = network.forward(tf, features, Mode.INFERENCE);
      Forward two = network.forward(tf, features, Mode.INFERENCE);
      Forward training = network.forward(tf, features, Mode.TRAINING);
      Checkpoint.write(
          evaluation.graph().session(),
          network.variables(),
          network.initialValues(Initializer.GLOROT_NORMAL),
          iteration.assign(tf.constant(0L)));
      List<float[]> outputs =
          evaluation.of(
              List.of(one.predictions(), two.predictions(), one.logits(), training.logits()));
      assertThat(outputs.get(0)).containsExactly(outputs.get(1));
      assertThat(outputs.get(0)[0] + outputs.get(0)[1]).isCloseTo(1, within(1e-6f));
      assertThat(Math.log(outputs.get(0)[0] / outputs.get(0)[1]))
          .isCloseTo(outputs.get(2)[0] - outputs.get(2)[1], within(1e-5));
      assertThat(outputs.get(3)).isNotEqualTo(outputs.get(2));
    }
  }

  @Test
  void refusesToBuildALayerThatItDoesNotKnow() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      NetworkSpec spec = new NetworkSpec(TensorShape.of(1), List.of(new Unknown()));
      Variable<TInt64> iteration = Variable.counter(tf, "iteration");
      assertThatThrownBy(() -> Network.build(tf, StandardLayers.builders(), spec, 1, iteration))
          .isInstanceOf(UnknownLayerException.class);
    }
  }

  private static Network build(Evaluation evaluation, long seed) {
    Ops tf = evaluation.graph().tf();
    return Network.build(
        tf, StandardLayers.builders(), SPEC, seed, Variable.counter(tf, "iteration"));
  }
}
