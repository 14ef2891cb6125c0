package org.espalier.nas.controller.quasirandom;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The function that mirrors the digits of a whole number at the point: 6 = 110 in base 2 becomes
 * 0.011.
 */
final class RadicalInverse {
  private static final double RESOLUTION = 0x1p-52;

  private final int base;

  /** For each position after the point, the replacement of each digit. */
  private final int[][] permutations;

  private RadicalInverse(int base, int[]... permutations) {
    this.base = base;
    this.permutations = permutations;
  }

  static RadicalInverse plain(int base) {
    return new RadicalInverse(base, digits(base));
  }

  static RadicalInverse permuted(int base, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    return new RadicalInverse(
        base,
        IntStream.range(0, positions(base))
            .mapToObj(position -> shuffled(digits(base), random))
            .toArray(int[][]::new));
  }

  private static int positions(int base) {
    return (int) Math.ceil(-StrictMath.log(RESOLUTION) / StrictMath.log(base));
  }

  private static int[] digits(int base) {
    return IntStream.range(0, base).toArray();
  }

  private static int[] shuffled(int[] digits, RandomGenerator random) {
    for (int last = digits.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int digit = digits[last];
      digits[last] = digits[other];
      digits[other] = digit;
    }
    return digits;
  }

  /** Returns the inverse of a number, in [0, 1); leading zeros are permuted, too. */
  double apply(int number) {
    double sum = 0;
    double weight = 1;
    int left = number;
    for (int position = 0; position < positions(base); position++) {
      weight /= base;
      sum += weight * permutations[Math.min(position, permutations.length - 1)][left % base];
      left /= base;
    }
    return Math.min(sum, Math.nextDown(1.0));
  }
}
