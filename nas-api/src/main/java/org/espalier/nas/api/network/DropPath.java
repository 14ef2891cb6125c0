package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Drop-path (Larsson et al. 2017): in training, the whole input of an example becomes 0 at random;
 * others are scaled by 1 / (1 − rate).
 *
 * <p>NASNet's schedule (Zoph et al. 2018, as coded) drops rarely at first: in step t of T the
 * probability is rate · min(1, t/T). With the rate layerRatio · (1 − p) of a cell, p is the keep
 * probability of the last one.
 *
 * @param rate the probability of being dropped, in [0, 1)
 * @param scheduled true if the probability grows from 0 to the rate while the network is trained
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record DropPath(double rate, boolean scheduled) implements UnaryLayer {

  /** Checks the rate. */
  public DropPath {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("rate (" + rate + ") must lie in [0, 1).");
    }
  }

  /** Creates drop-path whose probability does not change. */
  public DropPath(double rate) {
    this(rate, false);
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
    return "drop-path(" + rate + (scheduled ? ", scheduled)" : ")");
  }
}
