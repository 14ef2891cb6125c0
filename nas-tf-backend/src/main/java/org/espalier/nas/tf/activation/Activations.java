package org.espalier.nas.tf.activation;

import org.espalier.nas.api.network.Activation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.TFloat32;

/** Adds activation functions to a graph; all of them can be differentiated. */
public final class Activations {
  private static final float LEAK = 0.2f;

  private Activations() {}

  /** Applies an activation function to each element, softmax to each vector of the last axis. */
  public static Operand<TFloat32> apply(Ops tf, Activation activation, Operand<TFloat32> x) {
    return switch (activation) {
      case ELU -> tf.nn.elu(x);
      case EXPONENTIAL -> tf.math.exp(x);
      case GELU -> gelu(tf, x);
      case HARD_SIGMOID -> hardSigmoid(tf, x);
      case LEAKY_RELU -> tf.nn.leakyRelu(x, LeakyRelu.alpha(LEAK));
      case LINEAR -> x;
      case MISH -> tf.math.mul(x, tf.math.tanh(tf.math.softplus(x)));
      case RELU -> tf.nn.relu(x);
      case RELU6 -> tf.nn.relu6(x);
      case SELU -> tf.nn.selu(x);
      case SIGMOID -> tf.math.sigmoid(x);
      case SOFTMAX -> tf.nn.softmax(x);
      case SOFTPLUS -> tf.math.softplus(x);
      case SOFTSIGN -> tf.nn.softsign(x);
      case SWISH -> tf.math.mul(x, tf.math.sigmoid(x));
      case TANH -> tf.math.tanh(x);
    };
  }

  /** x·(1 + erf(x/√2))/2. */
  private static Operand<TFloat32> gelu(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> half = tf.constant(0.5f);
    Operand<TFloat32> erf = tf.math.erf(tf.math.mul(x, tf.constant((float) Math.sqrt(0.5))));
    return tf.math.mul(x, tf.math.add(half, tf.math.mul(half, erf)));
  }

  private static Operand<TFloat32> hardSigmoid(Ops tf, Operand<TFloat32> x) {
    Operand<TFloat32> line = tf.math.add(tf.math.mul(x, tf.constant(0.2f)), tf.constant(0.5f));
    return tf.math.minimum(tf.math.maximum(line, tf.constant(0f)), tf.constant(1f));
  }
}
