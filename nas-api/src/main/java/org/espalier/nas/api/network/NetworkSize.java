package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The size of a network, or bounds on it.
 *
 * @param parameters number of trainable parameters
 * @param flops floating-point operations of one forward pass of one example
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NetworkSize(long parameters, long flops) {

  /** Returns the size of a network. */
  public static NetworkSize of(NetworkSpec network) {
    return new NetworkSize(network.parameters(), network.flops());
  }

  /**
   * Returns the sum of two sizes.
   *
   * @throws ArithmeticException if it is above the largest long
   */
  public NetworkSize plus(NetworkSize other) {
    return new NetworkSize(
        Math.addExact(parameters, other.parameters), Math.addExact(flops, other.flops));
  }

  /** Returns the smaller number of each kind. */
  public NetworkSize min(NetworkSize other) {
    return new NetworkSize(Math.min(parameters, other.parameters), Math.min(flops, other.flops));
  }
}
