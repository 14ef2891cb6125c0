package org.espalier.nas.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values: scipy.stats.wilcoxon 1.17.1 of the differences that are not zero. */
class SignedRankTestTest {

  private static final Offset<Double> EXACT = within(1e-14);

  @Test
  void isExactWithoutTies() {
    SignedRankTest test = SignedRankTest.of(1.5, -0.4, 2.2, 3.1, -1.2, 0.7, 2.9, 4.0);

    assertThat(test.negative()).isEqualTo(4);
    assertThat(test.positive()).isEqualTo(32);
    assertThat(test.p()).isCloseTo(0.0546875, EXACT);
  }

  @Test
  void isExactGivenTheRanksWithTiesAndLeavesZerosOut() {
    SignedRankTest test = SignedRankTest.of(1, -1, 2, 2, 0, 3, -1, 0, 2, 1, 4, 2);

    assertThat(test.count()).isEqualTo(10);
    assertThat(test.negative()).isEqualTo(5);
    assertThat(test.p()).isCloseTo(0.021484375, EXACT);
  }

  @Test
  void isExactUpToFifty() {
    SignedRankTest test = SignedRankTest.of(waves(50));

    assertThat(test.negative()).isEqualTo(351);
    assertThat(test.p()).isCloseTo(0.0050721514649119115, EXACT);
  }

  @Test
  void isNormalBeyond() {
    assertThat(SignedRankTest.of(waves(60)).p()).isCloseTo(0.0019889774924276207, EXACT);

    double[] tied = Arrays.stream(waves(60)).map(d -> Math.round(10 * d) / 10.0).toArray();
    SignedRankTest test = SignedRankTest.of(tied);
    assertThat(test.count()).isEqualTo(57);
    assertThat(test.negative()).isEqualTo(428.5);
    assertThat(test.p()).isCloseTo(0.001546879298517218, EXACT);
  }

  @Test
  void equalArmsCannotBeTold() {
    assertThat(SignedRankTest.of(0, 0, -0.0)).isEqualTo(new SignedRankTest(0, 0, 0, 1));
    assertThat(SignedRankTest.of().p()).isEqualTo(1);
    assertThat(SignedRankTest.of(0.3).p()).isEqualTo(1);
    assertThat(SignedRankTest.of(1, -1).p()).isEqualTo(1);
  }

  @Test
  void signsDoNotMatter() {
    double[] mirrored = Arrays.stream(waves(60)).map(d -> -d).toArray();

    assertThat(SignedRankTest.of(mirrored).p()).isEqualTo(SignedRankTest.of(waves(60)).p());
  }

  @Test
  void knowsTheSmallestProbability() {
    assertThat(SignedRankTest.smallestP(0)).isEqualTo(1);
    for (int n = 1; n <= 50; n++) {
      double[] positive = IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
      assertThat(SignedRankTest.of(positive).p()).isEqualTo(SignedRankTest.smallestP(n));
    }
  }

  private static double[] waves(int count) {
    return IntStream.rangeClosed(1, count).mapToDouble(i -> Math.sin(i * 1.7) + 0.3).toArray();
  }
}
