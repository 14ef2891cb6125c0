package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {

  /** Ranks from tables of the binomial distribution. */
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "5, 1",
    "6, 1",
    "8, 1",
    "9, 2",
    "20, 6",
    "25, 8",
    "100, 40",
    "1000, 469",
    "3000, 1446"
  })
  void theEndsAreOrderStatistics(int size, int rank) {
    double[] descending = IntStream.range(0, size).mapToDouble(i -> size - i).toArray();

    MedianInterval interval = MedianInterval.of(descending);

    assertThat(interval.median()).isEqualTo((size + 1) / 2.0);
    assertThat(interval.lower()).isEqualTo(rank);
    assertThat(interval.upper()).isEqualTo(size + 1 - rank);
  }

  @Test
  void itCoversTheMedianOfASkewedDistributionIn95OfAHundredSamples() {
    SplittableRandom random = new SplittableRandom(5);
    int samples = 20_000;
    int covered = 0;
    for (int i = 0; i < samples; i++) {
      double[] sample = random.doubles(25).map(u -> -Math.log1p(-u)).toArray();
      MedianInterval interval = MedianInterval.of(sample);
      if (interval.lower() <= Math.log(2) && Math.log(2) <= interval.upper()) {
        covered++;
      }
    }

    // Exactly 1 − 2·P(Bin(25, ½) ≤ 7); five standard errors are 0.0072.
    assertThat(covered / (double) samples).isCloseTo(0.9567, Offset.offset(0.0072));
  }

  @Test
  void theSpreadIsRelativeToTheMedian() {
    assertThat(new MedianInterval(4, 3, 6).spread()).isEqualTo(0.375);
  }
}
