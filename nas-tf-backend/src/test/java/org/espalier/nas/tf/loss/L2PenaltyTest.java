package org.espalier.nas.tf.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.tf.graph.FiniteDifferences.doubles;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.framework.regularizers.L2;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class L2PenaltyTest {
  private static final float[] KERNEL = {1, -2, 0.5f, 3};
  private static final float[] BIAS = {4, -5};
  private static final float[] GRADIENT = {0.1f, 0.2f, 0.3f, 0.4f};
  private static final double STRENGTH = 0.03;

  @Test
  void addsTheSquaresOfItsWeightsAndTheirGradient() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Variable<TFloat32> kernel = Variable.floats(tf, "kernel", Shape.of(2, 2));
      Variable<TFloat32> bias = Variable.floats(tf, "bias", Shape.of(2));
      List<Variable<TFloat32>> variables = List.of(kernel, bias);
      Checkpoint.write(evaluation.graph().session(), variables, List.of(KERNEL, BIAS));
      Operand<TFloat32> ofKernel = evaluation.input(Shape.of(2, 2), GRADIENT);
      Operand<TFloat32> ofBias = tf.constant(new float[] {7, 8});
      L2Penalty penalty = new L2Penalty(STRENGTH, List.of(kernel));

      Operand<TFloat32> value = new L2((float) STRENGTH).call(tf, kernel.value());
      assertThat((double) evaluation.of(value)[0])
          .isCloseTo(squares(doubles(KERNEL)), within(1e-6));
      List<Operand<TFloat32>> gradients = penalty.addTo(tf, variables, List.of(ofKernel, ofBias));
      double[] expected = FiniteDifferences.gradient(L2PenaltyTest::squares, doubles(KERNEL));
      Arrays.setAll(expected, i -> expected[i] + GRADIENT[i]);
      assertThat(doubles(evaluation.of(gradients.get(0)))).containsExactly(expected, within(1e-6));
      assertThat(gradients.get(1)).isSameAs(ofBias);
      Operand<TFloat32> differentiated =
          tf.math.add(
              ofKernel,
              Gradients.of(evaluation.graph(), value, tf.constant(1f), List.of(kernel)).get(0));
      assertThat(evaluation.of(gradients.get(0))).isEqualTo(evaluation.of(differentiated));
    }
  }

  @Test
  void refusesNoStrengthAndNoWeights() {
    assertThatThrownBy(() -> new L2Penalty(0, List.of()))
        .hasMessage("strength (0.0) must be positive.");
    assertThatThrownBy(() -> new L2Penalty(1, List.of()))
        .hasMessage("weights must hold at least one variable.");
  }

  private static double squares(double[] weights) {
    return STRENGTH * Arrays.stream(weights).map(weight -> weight * weight).sum();
  }
}
