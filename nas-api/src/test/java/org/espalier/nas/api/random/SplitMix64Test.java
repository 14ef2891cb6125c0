package org.espalier.nas.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** Checks that the Java library's generator gives the same numbers. */
  @Test
  void givesTheNumbersOfTheLibrarysGenerator() {
    for (long seed : new long[] {0, 1, 30, -1, Long.MIN_VALUE}) {
      SplittableRandom library = new SplittableRandom(seed);
      SplitMix64 own = new SplitMix64(seed);
      assertThat(IntStream.range(0, 10).mapToDouble(own::unit).toArray())
          .isEqualTo(
              IntStream.range(0, 10)
                  .mapToDouble(i -> (library.nextLong() >>> 11) * 0x1.0p-53)
                  .toArray());
    }
  }

  @Test
  void scalesBothWays() {
    assertThat(IntStream.range(0, 1_000).mapToDouble(i -> new SplitMix64(1).symmetric(i, 3)))
        .allMatch(shift -> shift >= -3 && shift < 3)
        .anyMatch(shift -> shift > 2.9)
        .anyMatch(shift -> shift < -2.9);
  }
}
