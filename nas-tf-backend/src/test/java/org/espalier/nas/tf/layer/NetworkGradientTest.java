package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.tf.graph.FiniteDifferences.doubles;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Formulas;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Evaluation;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.loss.CategoricalCrossEntropy;
import org.espalier.nas.tf.loss.L2Penalty;
import org.espalier.nas.tf.loss.MeanLoss;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.framework.regularizers.L2;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A test of the gradient of a whole network, loss and penalty against plain arithmetic. */
class NetworkGradientTest {
  private static final int BATCH = 5;
  private static final int[] SIZES = {4, 6, 5, 3};
  private static final double STRENGTH = 0.02;
  private static final NetworkSpec SPEC =
      new NetworkSpec(
          TensorShape.of(2, 2),
          List.of(
              new Flatten(),
              new Dense(SIZES[1], Activation.TANH),
              new Dense(SIZES[2], Activation.GELU),
              new Dense(SIZES[3], Activation.SOFTMAX)));
  private static final List<Activation> HIDDEN = List.of(Activation.TANH, Activation.GELU);
  private static final float[] FEATURES = {
    0.3f, -1, 0.8f, 0.1f, 1.2f, 0.4f, -0.7f, -0.2f, 0.6f, -0.9f, 2, 0.5f, -1.5f, 0.2f, 0.9f, 1,
    0.05f, -0.4f, 0.35f, -2
  };
  private static final float[] TARGETS = {0, 2, 1, 1, 0};

  @Test
  void agreesWithFiniteDifferences() {
    try (Evaluation evaluation = new Evaluation()) {
      Ops tf = evaluation.graph().tf();
      Operand<TFloat32> features = evaluation.input(Shape.of(BATCH, 2, 2), FEATURES);
      Operand<TFloat32> targets = evaluation.input(Shape.of(BATCH), TARGETS);
      Network network =
          Network.build(tf, StandardLayers.builders(), SPEC, 21, Variable.counter(tf, "iteration"));
      Forward forward = network.forward(tf, features, Mode.TRAINING);
      MeanLoss loss = new CategoricalCrossEntropy().of(tf, forward.logits(), targets, null);
      L2Penalty penalty = new L2Penalty(STRENGTH, network.weights());
      List<Variable<TFloat32>> variables = network.variables();
      List<Operand<TFloat32>> gradients =
          penalty.addTo(
              tf,
              variables,
              Gradients.of(evaluation.graph(), forward.logits(), loss.gradient(), variables));
      List<float[]> weights = network.initialValues(Initializer.HE_NORMAL);
      Checkpoint.write(evaluation.graph().session(), variables, weights);

      Operand<TFloat32> total = loss.mean();
      for (Variable<TFloat32> kernel : network.weights()) {
        total = tf.math.add(total, new L2((float) STRENGTH).call(tf, kernel.value()));
      }
      assertThat((double) evaluation.of(total)[0]).isCloseTo(loss(weights, 0, null), within(1e-6));
      List<float[]> actual = evaluation.of(gradients);
      for (int i = 0; i < variables.size(); i++) {
        int variable = i;
        double[] expected =
            FiniteDifferences.gradient(
                at -> loss(weights, variable, at), doubles(weights.get(variable)));
        assertThat(doubles(actual.get(i)))
            .as(variables.get(i).name())
            .containsExactly(expected, within(1e-6));
      }
    }
  }

  /** Returns the loss with the values of one variable replaced. */
  private static double loss(List<float[]> weights, int replaced, double[] by) {
    List<double[]> values =
        new ArrayList<>(weights.stream().map(FiniteDifferences::doubles).toList());
    if (by != null) {
      values.set(replaced, by);
    }
    double[] x = doubles(FEATURES);
    double penalty = 0;
    for (int layer = 0; layer < HIDDEN.size() + 1; layer++) {
      double[] kernel = values.get(2 * layer);
      for (double weight : kernel) {
        penalty += STRENGTH * weight * weight;
      }
      x = linear(x, kernel, values.get(2 * layer + 1));
      if (layer < HIDDEN.size()) {
        x = Formulas.of(HIDDEN.get(layer), x, SIZES[layer + 1]);
      }
    }
    double[] probabilities = Formulas.of(Activation.SOFTMAX, x, SIZES[3]);
    double sum = 0;
    for (int example = 0; example < BATCH; example++) {
      sum -= Math.log(probabilities[example * SIZES[3] + (int) TARGETS[example]]);
    }
    return sum / BATCH + penalty;
  }

  private static double[] linear(double[] x, double[] kernel, double[] bias) {
    int inputs = x.length / BATCH;
    double[] y = new double[BATCH * bias.length];
    for (int i = 0; i < y.length; i++) {
      int example = i / bias.length;
      int unit = i % bias.length;
      y[i] = bias[unit];
      for (int k = 0; k < inputs; k++) {
        y[i] += x[example * inputs + k] * kernel[k * bias.length + unit];
      }
    }
    return y;
  }
}
