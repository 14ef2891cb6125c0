package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A fully connected layer with bias.
 *
 * @param units the number of outputs, positive
 * @param activation applied to the outputs
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Dense(int units, Activation activation) implements UnaryLayer {

  /** Checks the number of units. */
  public Dense {
    Objects.requireNonNull(activation);
    if (units <= 0) {
      throw new IllegalArgumentException("units (" + units + ") must be positive.");
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    if (input.rank() != 1) {
      throw new IllegalArgumentException(
          "Dense needs an input of one dimension, not " + input + "; put Flatten before it.");
    }
    return TensorShape.of(units);
  }

  @Override
  public long parameters(TensorShape input) {
    return (input.size() + 1L) * units;
  }

  @Override
  public long flops(TensorShape input) {
    return 2L * input.size() * units + units;
  }

  @Override
  public long activations(TensorShape input) {
    return (1L + activation.keptTensors()) * output(input).size();
  }

  @Override
  public String label() {
    return "(" + units + ", " + activation + ")";
  }
}
