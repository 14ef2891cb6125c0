package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * An activation function as a layer of its own.
 *
 * @param activation the function
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Activate(Activation activation) implements UnaryLayer {

  /** Checks that the function is not null. */
  public Activate {
    Objects.requireNonNull(activation);
  }

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
    return activation == Activation.LINEAR ? 0 : input.size();
  }

  @Override
  public long activations(TensorShape input) {
    return (long) activation.keptTensors() * input.size();
  }

  @Override
  public String label() {
    return activation.label();
  }
}
