package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Dropout of whole channels of an image (Tompson et al. 2015); the others are scaled by 1 / (1 −
 * rate).
 *
 * @param rate the probability of being dropped, in [0, 1)
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SpatialDropout(double rate) implements UnaryLayer {

  /** Checks the rate. */
  public SpatialDropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate (" + rate + ") must lie in [0, 1).");
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    ImageShape unused = ImageShape.of(input);
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
    return "spatial-dropout(" + rate + ")";
  }
}
