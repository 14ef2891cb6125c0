package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The identity: a layer that gives its input. */
@API(status = EXPERIMENTAL, since = "0.1")
public record PassThrough() implements UnaryLayer {

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
    return 0;
  }

  @Override
  public long activations(TensorShape input) {
    return 0;
  }

  @Override
  public String label() {
    return "identity";
  }
}
