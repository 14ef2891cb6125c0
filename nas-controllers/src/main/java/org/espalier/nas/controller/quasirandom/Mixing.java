package org.espalier.nas.controller.quasirandom;

/** Hashes of two numbers. */
final class Mixing {

  private Mixing() {}

  /**
   * Any long, which looks random, by the finaliser of SplitMix64 (Steele, Lea &amp; Flood 2014).
   */
  static long mix(long seed, long number) {
    return mix(mix(seed) + number);
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
