package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Inverted dropout: in training each value is zeroed with probability {@code rate} and the others
 * are divided by {@code 1 − rate}; otherwise the identity (Srivastava et al. 2014).
 *
 * @param rate the share of values zeroed, from 0 (included) to 1 (excluded)
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Dropout(double rate) implements UnaryLayer {

  /** Checks the rate. */
  public Dropout {
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

  /** Returns the sizes of the output and of its mask. */
  @Override
  public long activations(TensorShape input) {
    return rate == 0 ? 0 : 2L * input.size();
  }

  @Override
  public String label() {
    return "dropout(" + rate + ")";
  }
}
