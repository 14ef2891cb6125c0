package org.espalier.nas.controller.quasirandom;

import java.util.stream.IntStream;
import org.espalier.nas.api.random.SplitMix64;

/**
 * Halton's sequence (Halton 1960): the radical inverses of the index in the first primes,
 * optionally scrambled by a random permutation of the digits at each position (Owen 2017, <i>A
 * randomized Halton algorithm in R</i>).
 *
 * <p>Without scrambling, coordinates of large bases are nearly equal for many points in a row.
 */
public final class HaltonSequence implements PointSequence {
  private final RadicalInverse[] inverses;

  private HaltonSequence(RadicalInverse... inverses) {
    this.inverses = inverses;
  }

  /**
   * Returns the sequence without scrambling; its first point is the corner 0.
   *
   * @param dimension positive
   */
  public static HaltonSequence plain(int dimension) {
    return new HaltonSequence(
        primes(dimension).mapToObj(RadicalInverse::plain).toArray(RadicalInverse[]::new));
  }

  /**
   * Returns the sequence with permuted digits.
   *
   * @param dimension positive
   * @param seed the seed of the permutations
   */
  public static HaltonSequence scrambled(int dimension, long seed) {
    return new HaltonSequence(
        primes(dimension)
            .mapToObj(base -> RadicalInverse.permuted(base, SplitMix64.mix(seed, base)))
            .toArray(RadicalInverse[]::new));
  }

  private static IntStream primes(int count) {
    return IntStream.iterate(2, number -> number + 1).filter(HaltonSequence::isPrime).limit(count);
  }

  private static boolean isPrime(int number) {
    return IntStream.iterate(2, factor -> (long) factor * factor <= number, factor -> factor + 1)
        .allMatch(factor -> number % factor != 0);
  }

  @Override
  public double[] point(int index) {
    double[] point = new double[inverses.length];
    for (int place = 0; place < point.length; place++) {
      point[place] = inverses[place].apply(index);
    }
    return point;
  }
}
