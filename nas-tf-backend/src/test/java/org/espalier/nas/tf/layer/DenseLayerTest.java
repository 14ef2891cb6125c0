package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.tf.graph.FiniteDifferences.doubles;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Formulas;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.espalier.nas.tf.graph.Variable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class DenseLayerTest {
  private static final int BATCH = 2;
  private static final int INPUTS = 3;
  private static final int UNITS = 4;
  private static final float[] INPUT = {0.5f, -1, 2, 0.1f, 0.7f, -0.3f};
  private static final float[] KERNEL = {
    0.1f, -0.2f, 0.3f, 0.4f, 0.5f, -0.6f, 0.7f, 0.8f, -0.9f, 1, 0.2f, -0.4f
  };
  private static final float[] BIAS = {0.05f, -0.1f, 0.2f, 0.3f};
  private static final float[] INCOMING = {1, -0.5f, 2, 0.3f, -1, 0.8f, 0.1f, 1.5f};

  private final Evaluation evaluation = new Evaluation();
  private final Ops tf = evaluation.graph().tf();
  private BuiltLayer layer;
  private Operand<TFloat32> input;

  @BeforeEach
  void build() {
    LayerContext context =
        new LayerContext(
            tf, "dense", 1, new TrainingClock(tf, Variable.counter(tf, "iteration"), 0));
    layer =
        StandardLayers.builders()
            .build(context, new Dense(UNITS, Activation.TANH), List.of(TensorShape.of(INPUTS)));
    input = evaluation.input(Shape.of(BATCH, INPUTS), INPUT);
    Checkpoint.write(evaluation.graph().session(), layer.variables(), List.of(KERNEL, BIAS));
  }

  @AfterEach
  void close() {
    evaluation.close();
  }

  @Test
  void multipliesAddsAndActivates() {
    Operand<TFloat32> linear = layer.linear(tf, List.of(input), Mode.TRAINING);
    List<float[]> values = evaluation.of(List.of(linear, layer.activate(tf, linear)));
    double[] expected = linear(doubles(INPUT), doubles(KERNEL), doubles(BIAS));
    assertClose(values.get(0), expected);
    assertClose(values.get(1), Formulas.of(Activation.TANH, expected, UNITS));
  }

  @Test
  void hasTheGradientsOfFiniteDifferences() {
    Operand<TFloat32> output = layer.activate(tf, layer.linear(tf, List.of(input), Mode.TRAINING));
    Operand<TFloat32> incoming = evaluation.input(Shape.of(BATCH, UNITS), INCOMING);
    List<float[]> gradients =
        evaluation.gradients(
            output,
            incoming,
            List.of(layer.variables().get(0).value(), layer.variables().get(1).value(), input));
    double[] x = doubles(INPUT);
    double[] kernel = doubles(KERNEL);
    double[] bias = doubles(BIAS);
    assertGradient(gradients.get(0), at -> weighted(x, at, bias), kernel);
    assertGradient(gradients.get(1), at -> weighted(x, kernel, at), bias);
    assertGradient(gradients.get(2), at -> weighted(at, kernel, bias), x);
  }

  @Test
  void penalisesItsKernelOnly() {
    assertThat(layer.weights()).containsExactly(layer.variables().get(0));
  }

  private static double weighted(double[] x, double[] kernel, double[] bias) {
    double[] y = Formulas.of(Activation.TANH, linear(x, kernel, bias), UNITS);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += y[i] * INCOMING[i];
    }
    return sum;
  }

  private static double[] linear(double[] x, double[] kernel, double[] bias) {
    double[] y = new double[BATCH * UNITS];
    for (int example = 0; example < BATCH; example++) {
      for (int unit = 0; unit < UNITS; unit++) {
        double sum = bias[unit];
        for (int i = 0; i < INPUTS; i++) {
          sum += x[example * INPUTS + i] * kernel[i * UNITS + unit];
        }
        y[example * UNITS + unit] = sum;
      }
    }
    return y;
  }

  private static void assertGradient(
      float[] gradient, ToDoubleFunction<double[]> function, double[] at) {
    assertClose(gradient, FiniteDifferences.gradient(function, at));
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(doubles(actual)).containsExactly(expected, within(1e-6));
  }
}
