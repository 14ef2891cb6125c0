package org.espalier.nas.api.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRanksTest {

  /** Wilcoxon and Wilcox 1964, table 2; corrected values of McCornack 1965. */
  @ParameterizedTest
  @CsvSource({
    "10, 0.05, 10", "10, 0.025, 8", "10, 0.01, 5", "10, 0.005, 3",
    "15, 0.05, 30", "15, 0.025, 25", "15, 0.01, 19", "15, 0.005, 15",
    "20, 0.05, 60", "20, 0.025, 52", "20, 0.01, 43", "20, 0.005, 37",
    "25, 0.05, 100", "25, 0.025, 89", "25, 0.01, 76", "25, 0.005, 68",
    "30, 0.05, 151", "30, 0.025, 137", "30, 0.01, 120", "30, 0.005, 109"
  })
  void agreesWithThePublishedCriticalValues(int pairs, double level, int critical) {
    double[] chances = sums(pairs);

    assertThat(Arrays.stream(chances, 0, critical + 1).sum()).isLessThanOrEqualTo(level);
    assertThat(Arrays.stream(chances, 0, critical + 2).sum()).isGreaterThan(level);
  }

  /** Without ties, sums are integers. */
  private static double[] sums(int pairs) {
    double[] distribution = SignedRanks.untied(pairs).distribution();
    return IntStream.range(0, (distribution.length + 1) / 2)
        .mapToDouble(sum -> distribution[2 * sum])
        .toArray();
  }

  @Test
  void countsTheSignsThatAreAsExtreme() {
    // Of the 2^5 signs only the given ones and one more, -1 instead of +1, reach a sum of 14.
    SignedRanks test = SignedRanks.of(2, -1, 3, 4, 5);

    assertThat(test.count()).isEqualTo(5);
    assertThat(test.positive()).isEqualTo(14);
    assertThat(test.upperTail()).isCloseTo(2.0 / 32, within(1e-12));
  }

  @Test
  void zerosAreDroppedAndTiesShareTheirMeanRank() {
    SignedRanks test = SignedRanks.of(0, 1, 1, -1, 3, 0);

    // Ranks 2, 2, 2, 4. A sum of 8 or more: 4 with at least two of the others, (3 + 1) of 16.
    assertThat(test.count()).isEqualTo(4);
    assertThat(test.positive()).isEqualTo(8);
    assertThat(test.upperTail()).isCloseTo(4.0 / 16, within(1e-12));
  }

  @Test
  void nothingButZerosSaysNothing() {
    assertThat(SignedRanks.of(0, 0, 0).upperTail()).isEqualTo(1);
    assertThat(SignedRanks.of().upperTail()).isEqualTo(1);
  }

  @Test
  void isOneSided() {
    assertThat(SignedRanks.of(1, 2, 3, 4, 5, 6, 7, 8).upperTail()).isLessThan(0.01);
    assertThat(SignedRanks.of(-1, -2, -3, -4, -5, -6, -7, -8).upperTail()).isEqualTo(1);
  }

  /** The distribution is exact, so that the rate of false alarms is known without simulation. */
  @Test
  void rejectsAtMostOneInAHundredWhereThereIsNoDifference() {
    double[] chances = sums(30);
    double rejected = 0;
    double tail = 0;
    for (int sum = chances.length - 1; sum >= 0; sum--) {
      tail += chances[sum];
      rejected = tail <= 0.01 ? tail : rejected;
    }
    assertThat(rejected).isLessThanOrEqualTo(0.01).isGreaterThan(0.0095);
  }

  /**
   * The power that {@code BeatsRandom} states, of 30 normal differences at 0.01. The standard error
   * of 10,000 simulations is at most 0.004; the seed is given.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.01", "0.62, 0.80", "0.71, 0.90", "1, 0.998"})
  void hasThePowerStated(double mean, double power) {
    RandomGenerator random = new SplittableRandom(1);
    long rejected =
        IntStream.range(0, 10_000)
            .filter(
                i ->
                    SignedRanks.of(
                                IntStream.range(0, 30)
                                    .mapToDouble(pair -> random.nextGaussian(mean, 1))
                                    .toArray())
                            .upperTail()
                        <= 0.01)
            .count();
    assertThat(rejected / 10_000.0).isCloseTo(power, within(0.012));
  }
}
