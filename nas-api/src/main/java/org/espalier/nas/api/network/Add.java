package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/** The sum of inputs of the same shape, at least one. */
@API(status = EXPERIMENTAL, since = "0.1")
public record Add() implements LayerSpec {

  @Override
  public TensorShape output(List<TensorShape> inputs) {
    if (inputs.isEmpty() || inputs.stream().distinct().count() > 1) {
      throw new IllegalArgumentException(
          "add takes inputs of the same shape, not %s.".formatted(inputs));
    }
    return inputs.get(0);
  }

  @Override
  public long parameters(List<TensorShape> inputs) {
    return 0;
  }

  @Override
  public long flops(List<TensorShape> inputs) {
    return Math.multiplyExact((long) output(inputs).size(), inputs.size() - 1);
  }

  @Override
  public String label() {
    return "add";
  }
}
