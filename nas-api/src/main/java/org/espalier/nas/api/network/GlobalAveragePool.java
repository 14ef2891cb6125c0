package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/** The mean of each channel over a whole image. */
@API(status = EXPERIMENTAL, since = "0.1")
public record GlobalAveragePool() implements UnaryLayer {

  @Override
  public TensorShape output(TensorShape input) {
    return TensorShape.of(ImageShape.of(input).channels());
  }

  @Override
  public long parameters(TensorShape input) {
    return 0;
  }

  @Override
  public long flops(TensorShape input) {
    return input.size();
  }

  @Override
  public String label() {
    return "global-average-pool";
  }
}
