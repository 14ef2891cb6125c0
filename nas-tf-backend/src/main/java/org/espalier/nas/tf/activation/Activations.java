package org.espalier.nas.tf.activation;

import org.espalier.nas.api.network.Activation;
import org.tensorflow.Operand;
import org.tensorflow.framework.activations.ELU;
import org.tensorflow.framework.activations.Exponential;
import org.tensorflow.framework.activations.HardSigmoid;
import org.tensorflow.framework.activations.ReLU;
import org.tensorflow.framework.activations.SELU;
import org.tensorflow.framework.activations.Sigmoid;
import org.tensorflow.framework.activations.Softmax;
import org.tensorflow.framework.activations.Softplus;
import org.tensorflow.framework.activations.Softsign;
import org.tensorflow.framework.activations.Swish;
import org.tensorflow.framework.activations.Tanh;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Differentiable activation functions of a graph.
 *
 * <p>All but GELU and Mish are those of tensorflow-framework (docs/adr/0011).
 */
public final class Activations {
  private static final float LEAK = 0.2f;
  private static final float SIX = 6f;
  private static final float UNBOUNDED = Float.NaN;

  private Activations() {}

  /**
   * Applies an activation function to each element, softmax to each vector along the last axis.
   *
   * @param x a tensor of any shape; for softmax at least a vector
   * @return a tensor of the same shape
   */
  public static Operand<TFloat32> apply(Ops tf, Activation activation, Operand<TFloat32> x) {
    return switch (activation) {
      case ELU -> ELU.elu(tf, x, 1);
      case EXPONENTIAL -> Exponential.exponential(tf, x);
      case GELU -> gelu(tf, x);
      case HARD_SIGMOID -> HardSigmoid.hardSigmoid(tf, x);
      case LEAKY_RELU -> ReLU.relu(tf, x, LEAK, UNBOUNDED, 0);
      case LINEAR -> x;
      case MISH -> tf.math.mul(x, tf.math.tanh(tf.math.softplus(x)));
      case RELU -> ReLU.relu(tf, x);
      case RELU6 -> ReLU.relu(tf, x, 0, SIX, 0);
      case SELU -> SELU.selu(tf, x);
      case SIGMOID -> Sigmoid.sigmoid(tf, x);
      case SOFTMAX -> Softmax.softmax(tf, x);
      case SOFTPLUS -> Softplus.softplus(tf, x);
      case SOFTSIGN -> Softsign.softsign(tf, x);
      case SWISH -> Swish.swish(tf, x);
      case TANH -> Tanh.tanh(tf, x);
    };
  }

  /** Returns x·(1 + erf(x/√2))/2. */
  private static Operand<TFloat32> gelu(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
    return tf.math.mul(x, tf.math.add(half, tf.math.mul(half, erf)));
  }
}
