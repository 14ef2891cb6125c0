package org.espalier.nas.api.network;

/** Lays a tensor of any rank out as one dimension, in row-major order. */
public record Flatten() implements LayerSpec {

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
  public String label() {
    return "flatten";
  }
}
