package org.espalier.nas.tf.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BigramHashTest {

  @Test
  void equalBigramsHaveEqualHashes() {
    assertThat(new WeightKey("input(11)", "(8, relu)"))
        .isEqualTo(new WeightKey("input(11)", "(8, relu)"))
        .hasSameHashCodeAs(new WeightKey("input(11)", "(8, relu)"));
  }

  @Test
  void labelsThatDifferInDigitsAreSpread() {
    long distinct =
        IntStream.range(0, 100_000)
            .map(
                i -> new WeightKey("(" + i / 317 + ", relu)", "(" + i % 317 + ", tanh)").hashCode())
            .distinct()
            .count();

    assertThat(distinct).isGreaterThan(99_000);
  }
}
