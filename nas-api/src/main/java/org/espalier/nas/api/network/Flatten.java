package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** A layer that flattens a tensor of any rank to one dimension, in row-major order. */
@API(status = EXPERIMENTAL, since = "0.1")
public record Flatten() implements UnaryLayer {

  @Override
  public TensorShape output(TensorShape input) {
    return TensorShape.of(input.size());
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
    return "flatten";
  }
}
