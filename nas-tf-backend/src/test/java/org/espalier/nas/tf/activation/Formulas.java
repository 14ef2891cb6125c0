package org.espalier.nas.tf.activation;

import java.util.Arrays;
import org.espalier.nas.api.network.Activation;

/**
 * Reference implementations of the activation functions, in double precision and directly from
 * their definitions.
 */
public final class Formulas {
  private Formulas() {}

  /** Returns the values for a matrix with the given number of columns. */
  public static double[] of(Activation activation, double[] x, int columns) {
    if (activation == Activation.SOFTMAX) {
      return softmax(x, columns);
    }
    return Arrays.stream(x).map(value -> of(activation, value)).toArray();
  }

  private static double of(Activation activation, double x) {
    return switch (activation) {
      case ELU -> x > 0 ? x : Math.expm1(x);
      case EXPONENTIAL -> Math.exp(x);
      case GELU -> x * normalDistribution(x);
      case HARD_SIGMOID -> x < -2.5 ? 0 : x > 2.5 ? 1 : 0.2 * x + 0.5;
      case LEAKY_RELU -> x > 0 ? x : 0.2 * x;
      case LINEAR -> x;
      case MISH -> x * Math.tanh(Math.log1p(Math.exp(x)));
      case RELU -> Math.max(x, 0);
      case RELU6 -> Math.min(Math.max(x, 0), 6);
      case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case SOFTMAX -> throw new IllegalArgumentException("softmax is a function of vectors");
      case SOFTPLUS -> Math.log1p(Math.exp(x));
      case SOFTSIGN -> x / (1 + Math.abs(x));
      case SWISH -> x / (1 + Math.exp(-x));
      case TANH -> Math.tanh(x);
    };
  }

  private static double[] softmax(double[] x, int columns) {
    double[] y = new double[x.length];
    for (int row = 0; row < x.length; row += columns) {
      double sum = 0;
      for (int i = row; i < row + columns; i++) {
        sum += Math.exp(x[i]);
      }
      for (int i = row; i < row + columns; i++) {
        y[i] = Math.exp(x[i]) / sum;
      }
    }
    return y;
  }

  /** Returns Φ(x) by its Taylor series: ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …). */
  private static double normalDistribution(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
