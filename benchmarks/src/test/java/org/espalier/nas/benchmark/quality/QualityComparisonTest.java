package org.espalier.nas.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityComparisonTest {

  /** All four pairs are won: one chance in sixteen; of the 16 crossed pairs 13 are won. */
  @Test
  void comparesSeedBySeed() {
    QualityComparison comparison =
        QualityComparison.of("p", "a", new double[] {1, 2, 3, 4}, 2.5, 3.5, 4.5, 5.5);
    assertThat(comparison.wins()).isEqualTo(4);
    assertThat(comparison.probability()).isEqualTo(1 / 16.0);
    assertThat(comparison.effect()).isCloseTo(13 / 16.0, within(1e-12));
    assertThat(comparison.median()).isEqualTo(2.5);
    assertThat(comparison.randomMedian()).isEqualTo(4);
  }

  @Test
  void aSearchWithoutAnyFullTrialHasLost() {
    QualityComparison comparison =
        QualityComparison.of("p", "a", new double[] {Double.POSITIVE_INFINITY}, 1);
    assertThat(comparison.wins()).isZero();
    assertThat(comparison.probability()).isEqualTo(1);
  }

  @Test
  void theTableSaysWhatIsBetter() {
    List<Score> scores =
        LongStream.rangeClosed(1, 10)
            .boxed()
            .flatMap(
                seed ->
                    Stream.of(
                        new Score("p", "random", seed, 100, 2 + seed),
                        new Score("p", "a", seed, 100, 1 + seed / 2.0),
                        new Score("p", "b", seed, 100, 3 + seed)))
            .toList();
    assertThat(new SummaryTable(scores, 100).toString())
        .contains("| p | a | 3.750 | 7.500 | 10 | 0.00098 | 0.0020 | yes |")
        .contains("| p | b | 8.500 | 7.500 | 0 | 1.0 | 1.0 | no |");
  }
}
