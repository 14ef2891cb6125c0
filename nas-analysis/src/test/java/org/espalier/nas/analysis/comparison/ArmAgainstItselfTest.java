package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.analysis.comparison.PairResult.Decision;
import org.junit.jupiter.api.Test;

/**
 * Comparisons in which no arm differs from another decide so in one of twenty, the protocol's alpha
 * being 0.05.
 *
 * <p>Of 1,000 comparisons, the number of wrong ones is binomial; its standard deviation is 6.9, so
 * that fewer than 27 or more than 73 come with a probability of 0.001 if the rate is what it should
 * be; of 300, more than 28 with that probability. All draws derive from fixed seeds.
 */
class ArmAgainstItselfTest {

  private static final int REPEATS = 1000;
  private static final int MOST = 73;
  private static final int FEWEST = 27;

  @Test
  void aPairIsWronglyDecidedAtTheStatedRate() {
    assertThat(wrong(2, 30, SplittableRandom::nextGaussian)).isBetween(FEWEST, MOST);
  }

  @Test
  void soItIsWhereTheProbabilityIsApproximate() {
    assertThat(wrong(2, 70, SplittableRandom::nextGaussian)).isBetween(FEWEST, MOST);
  }

  @Test
  void tiesAndZerosMakeItNoMoreFrequent() {
    assertThat(wrong(2, 30, random -> random.nextInt(4))).isBetween(FEWEST, MOST);
    // Most searches find the optimum: few differences are left, and fewer p-values.
    assertThat(wrong(2, 20, random -> random.nextInt(10) < 8 ? 1 : random.nextDouble()))
        .isBetween(1, MOST);
  }

  @Test
  void aFamilyOfTenPairsIsNoMoreOftenWrongThanOne() {
    assertThat(wrong(300, 5, 30, SplittableRandom::nextGaussian)).isBetween(3, 28);
  }

  private static int wrong(int arms, int seeds, ToDoubleFunction<SplittableRandom> score) {
    return wrong(REPEATS, arms, seeds, score);
  }

  private static int wrong(
      int repeats, int arms, int seeds, ToDoubleFunction<SplittableRandom> score) {
    SplittableRandom random = new SplittableRandom(17);
    int wrong = 0;
    for (int repeat = 0; repeat < repeats; repeat++) {
      Searches made = new Searches().resamples(1);
      for (int arm = 0; arm < arms; arm++) {
        double[] scores = new double[seeds];
        for (int i = 0; i < seeds; i++) {
          scores[i] = score.applyAsDouble(random);
        }
        made.arms("arm " + arm).scores("arm " + arm, scores);
      }
      boolean any =
          made.allPairs().analysed().pairs().stream()
              .anyMatch(pair -> pair.decision() != Decision.UNDECIDED);
      wrong += any ? 1 : 0;
    }
    return wrong;
  }
}
