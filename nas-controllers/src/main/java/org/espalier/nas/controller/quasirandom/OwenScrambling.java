package org.espalier.nas.controller.quasirandom;

import org.espalier.nas.api.random.SplitMix64;

/**
 * Nested uniform scrambling of one coordinate in base 2 (Owen 1995): each binary digit is flipped
 * or not by a coin toss that depends on all digits before it.
 *
 * <p>The coin tosses are hashes of the digits and a seed, so that no tree of them is kept.
 *
 * @param seed the seed of the coin tosses
 */
record OwenScrambling(long seed) {
  private static final int DIGITS = 52;
  private static final double CELLS = 0x1p52;

  /**
   * Scrambles a coordinate.
   *
   * @param coordinate in [0, 1)
   * @return a number in [0, 1); each value is equally likely over all seeds
   */
  double apply(double coordinate) {
    long digits = (long) (coordinate * CELLS);
    long scrambled = digits;
    for (int place = 0; place < DIGITS; place++) {
      long before = (digits | 1L << DIGITS) >>> (place + 1);
      scrambled ^= (SplitMix64.mix(seed, before) & 1) << place;
    }
    return scrambled / CELLS;
  }
}
