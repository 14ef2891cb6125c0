package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Drop-path (Larsson et al. 2017): in training, the whole input of an example becomes 0 at random;
 * others are scaled by 1 / (1 − rate).
 *
 * @param rate the probability of being dropped, in [0, 1)
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DropPath(double rate) implements UnaryLayer {

  /** Checks the rate. */
  public DropPath {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate (" + rate + ") must lie in [0, 1).");
    }
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
    return 0;
  }

  @Override
  public String label() {
    return "drop-path(" + rate + ")";
  }
}
