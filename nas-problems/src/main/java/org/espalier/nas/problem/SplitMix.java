package org.espalier.nas.problem;

/**
 * Numbers in [0, 1) by the generator SplitMix64 (Steele, Lea &amp; Flood 2014), which takes three
 * lines in any language: a problem can be rebuilt where another implementation is to search it.
 *
 * @param seed the state from which the generator starts
 */
record SplitMix(long seed) {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  /** The output with this index, from 0. */
  long output(long index) {
    long mixed = seed + (index + 1) * GAMMA;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** The number with this index, from 0: the upper 53 bits of that output. */
  double unit(int index) {
    return fraction(output(index));
  }

  /** The upper 53 bits of an output as a fraction. */
  static double fraction(long output) {
    return (output >>> 11) * 0x1.0p-53;
  }

  /** The number with this index, scaled to [−{@code extent}, {@code extent}). */
  double symmetric(int index, double extent) {
    return extent * (2 * unit(index) - 1);
  }
}
