package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The activation functions that TensorFlow offers. */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Activation {
  /** x if positive, else exp(x) − 1. */
  ELU,
  /** exp(x). */
  EXPONENTIAL,
  /** x·Φ(x), exact (not the tanh approximation). */
  GELU,
  /** 0 below −2.5, 1 above 2.5, 0.2·x + 0.5 between. */
  HARD_SIGMOID,
  /** x if positive, else 0.2·x. */
  LEAKY_RELU,
  /** x. */
  LINEAR,
  /** x·tanh(softplus(x)). */
  MISH,
  /** max(x, 0). */
  RELU,
  /** min(max(x, 0), 6). */
  RELU6,
  /** Scaled ELU (Klambauer et al. 2017). */
  SELU,
  /** 1 / (1 + exp(−x)). */
  SIGMOID,
  /** exp(x_i) / Σ exp(x_j) over the last dimension. */
  SOFTMAX,
  /** ln(1 + exp(x)). */
  SOFTPLUS,
  /** x / (1 + |x|). */
  SOFTSIGN,
  /** x·sigmoid(x), also known as SiLU. */
  SWISH,
  /** Hyperbolic tangent. */
  TANH;

  /** Returns the name in experiment files and architectures: {@code leaky_relu}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the number of tensors that a backend keeps until the backward pass besides the input of
   * the function; 0 if the result can take the place of the input, as that of ReLU does.
   */
  int keptTensors() {
    return switch (this) {
      case ELU, EXPONENTIAL, LINEAR, RELU, SELU, SIGMOID, TANH -> 0;
      case LEAKY_RELU, RELU6, SOFTMAX, SOFTPLUS, SOFTSIGN -> 1;
      case HARD_SIGMOID, SWISH -> 2;
      case GELU, MISH -> 4;
    };
  }

  /** Returns the activation with this label; empty if there is none. */
  public static Optional<Activation> ofLabel(String label) {
    return Arrays.stream(values()).filter(a -> a.label().equals(label)).findFirst();
  }

  @Override
  public String toString() {
    return label();
  }
}
