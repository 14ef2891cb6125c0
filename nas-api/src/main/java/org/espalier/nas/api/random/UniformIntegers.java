package org.espalier.nas.api.random;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.math.BigInteger;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/** Uniformly distributed integers of any size. */
@API(status = MAINTAINED, since = "0.1")
public final class UniformIntegers {

  private UniformIntegers() {}

  /**
   * Draws a number from 0 (included) to {@code bound} (excluded).
   *
   * @param bound the bound, positive
   * @param random the source of the draw
   * @return the number
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public static BigInteger below(BigInteger bound, RandomGenerator random) {
    if (bound.signum() <= 0) {
      throw new IllegalArgumentException("bound (" + bound + ") must be positive.");
    }
    int bits = bound.subtract(BigInteger.ONE).bitLength();
    BigInteger drawn = draw(bits, random);
    while (drawn.compareTo(bound) >= 0) {
      drawn = draw(bits, random);
    }
    return drawn;
  }

  private static BigInteger draw(int bits, RandomGenerator random) {
    byte[] octets = new byte[(bits + 7) / 8];
    random.nextBytes(octets);
    BigInteger drawn = new BigInteger(1, octets);
    return drawn.shiftRight(8 * octets.length - bits);
  }
}
