package org.espalier.nas.api.random;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The random generator SplitMix64 (Steele, Lea &amp; Flood 2014), addressed by index instead of
 * state.
 *
 * <p>It takes three lines in any language, so that other implementations can reproduce its numbers.
 *
 * @param seed the initial state
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record SplitMix64(long seed) {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  /** Returns the first output of the generator with this seed: a hash of {@code value}. */
  public static long mix(long value) {
    long z = value + GAMMA;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns a hash of two numbers. */
  public static long mix(long seed, long number) {
    return mix(mix(seed) + number);
  }

  /** Returns the upper 53 bits of an output as a fraction in [0, 1). */
  public static double fraction(long output) {
    return (output >>> 11) * 0x1.0p-53;
  }

  /**
   * Returns an output.
   *
   * @param index from 0
   */
  public long output(long index) {
    return mix(seed + index * GAMMA);
  }

  /**
   * Returns a number in [0, 1).
   *
   * @param index from 0
   */
  public double unit(long index) {
    return fraction(output(index));
  }

  /**
   * Returns a number in [−extent, extent).
   *
   * @param index from 0
   * @param extent the bound, positive
   */
  public double symmetric(long index, double extent) {
    return extent * (2 * unit(index) - 1);
  }
}
