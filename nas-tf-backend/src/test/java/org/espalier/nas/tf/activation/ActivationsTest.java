package org.espalier.nas.tf.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.tf.graph.FiniteDifferences.doubles;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;

class ActivationsTest {
  private static final int COLUMNS = 4;

  /** Rows of four inputs, none at a kink of any function. */
  private static final float[] INPUTS = {
    -7.5f, -3, -2.45f, -1, -0.6f, -0.25f, -0.01f, 0.01f, 0.3f, 0.75f, 1, 1.9f, 2.45f, 3, 5.9f, 6.5f
  };

  private static final float[] INCOMING = {
    1, -2, 0.5f, 3, 0.25f, 1, 1, -1, 2, 0.75f, -0.5f, 1, 1.5f, -1, 2, 0.1f
  };

  @ParameterizedTest
  @EnumSource(Activation.class)
  void followsItsFormula(Activation activation) {
    try (Evaluation evaluation = new Evaluation()) {
      Operand<TFloat32> x = evaluation.input(Shape.of(4, COLUMNS), INPUTS);
      float[] values = evaluation.of(applied(evaluation, activation, x));
      double[] expected = Formulas.of(activation, doubles(INPUTS), COLUMNS);
      for (int i = 0; i < values.length; i++) {
        assertThat((double) values[i])
            .as("%s(%s)", activation, INPUTS[i])
            .isCloseTo(expected[i], within(2e-6 * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void hasTheGradientOfItsFormula(Activation activation) {
    try (Evaluation evaluation = new Evaluation()) {
      Operand<TFloat32> x = evaluation.input(Shape.of(4, COLUMNS), INPUTS);
      Operand<TFloat32> incoming = evaluation.input(Shape.of(4, COLUMNS), INCOMING);
      Operand<TFloat32> y = applied(evaluation, activation, x);
      float[] gradient = evaluation.gradients(y, incoming, List.of(x)).get(0);
      double[] expected =
          FiniteDifferences.gradient(at -> weighted(activation, at), doubles(INPUTS));
      for (int i = 0; i < gradient.length; i++) {
        assertThat((double) gradient[i])
            .as("%s'(%s)", activation, INPUTS[i])
            .isCloseTo(expected[i], within(1e-5 * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ELU, Elu", "EXPONENTIAL, Exp", "LEAKY_RELU, LeakyRelu", "RELU, Relu", "RELU6, Relu6",
    "SELU, Selu", "SIGMOID, Sigmoid", "SOFTPLUS, Softplus", "SOFTSIGN, Softsign", "TANH, Tanh",
    "SWISH, Sigmoid Mul", "SOFTMAX, Const Softmax"
  })
  void addsNoOperationsBeyondItsFormula(Activation activation, String operations) {
    try (Evaluation evaluation = new Evaluation()) {
      Operand<TFloat32> x = evaluation.input(Shape.of(4, COLUMNS), INPUTS);
      Activations.apply(evaluation.graph().tf(), activation, x);

      assertThat(evaluation.graph().graph().toGraphDef().getNodeList().stream().skip(1))
          .extracting(NodeDef::getOp)
          .containsExactly(operations.split(" "));
    }
  }

  /**
   * Applies an activation; the result of the linear one is its input, which cannot be both fed and
   * fetched.
   */
  private static Operand<TFloat32> applied(
      Evaluation evaluation, Activation activation, Operand<TFloat32> x) {
    Ops tf = evaluation.graph().tf();
    return tf.identity(Activations.apply(tf, activation, x));
  }

  private static double weighted(Activation activation, double[] at) {
    double[] values = Formulas.of(activation, at, COLUMNS);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * INCOMING[i];
    }
    return sum;
  }
}
