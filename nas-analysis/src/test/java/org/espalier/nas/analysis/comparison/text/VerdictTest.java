package org.espalier.nas.analysis.comparison.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Searches;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final double[] EQUAL = {0.9, 0.8, 0.7, 0.9, 0.8, 0.7, 0.6, 0.9};

  @Test
  void saysByHowMuchAnArmIsBetter() {
    assertVerdict(
        comparison("evolution", "random")
            .scores("evolution", wave(0.82, 12, 0))
            .scores("random", wave(0.78, 12, 5)),
        """
        evolution has the highest mean validation accuracy, 82.0 % (95 % CI 81.2 to 82.7 %, n = 12): significantly better than random.
        evolution is better than random: median difference 4.2 points (95 % CI 2.7 to 5.7), p = 0.00049 (Wilcoxon, n = 12).
        """);
  }

  @Test
  void saysHowManySeedsWouldTell() {
    assertVerdict(
        comparison("evolution", "tpe")
            .scores("evolution", wave(0.82, 12, 0))
            .scores("tpe", wave(0.815, 12, 3)),
        """
        evolution has the highest mean validation accuracy, 82.0 % (95 % CI 81.2 to 82.7 %, n = 12): no significant difference from tpe.
        No significant difference between evolution and tpe (p = 0.2, n = 12); about 40 seeds are needed to detect the observed difference with 80 % power.
        """);
  }

  @Test
  void saysWhenSeedsAreTooFewForAnyTest() {
    assertVerdict(
        comparison("evolution", "tpe", "random")
            .scores("evolution", 0.90, 0.91, 0.92)
            .scores("tpe", 0.80, 0.81, 0.83)
            .scores("random", 0.70, 0.71, 0.75),
        """
        The ranks of the arms differ over 3 seeds (Friedman, p = 0.05): evolution has the best mean rank, 1.00, not significantly different from tpe (Nemenyi, critical difference 1.91).
        evolution has the highest mean validation accuracy, 91.0 % (95 % CI 90.0 to 92.0 %, n = 3): no significant difference from tpe and random.
        3 seeds are too few for a significant difference of any size (Wilcoxon, Holm over 3 pairs); at least 7 are needed.
        """);
  }

  @Test
  void oneSeedHasNoInterval() {
    assertVerdict(
        comparison("evolution", "random").scores("evolution", 0.9).scores("random", 0.7),
        """
        evolution has the highest mean validation accuracy, 90.00 % (n = 1): no significant difference from random.
        1 seed is too few for a significant difference of any size (Wilcoxon); at least 6 are needed.
        """);
  }

  @Test
  void equalArmsAreCalledEqual() {
    assertVerdict(
        comparison("evolution", "tpe", "random")
            .scores("evolution", EQUAL)
            .scores("tpe", EQUAL)
            .scores("random", EQUAL),
        """
        evolution, tpe and random tie for the highest mean validation accuracy, 79 %.
        evolution and tpe have equal scores on all 8 seeds.
        evolution and random have equal scores on all 8 seeds.
        tpe and random have equal scores on all 8 seeds.
        No significant difference between the ranks of the arms over 8 seeds (Friedman, p = 1).
        """);
  }

  @Test
  void armsWithoutCommonSeedsAreNotTested() {
    assertVerdict(
        comparison("evolution", "random")
            .scores("evolution", 0.9, 0.8)
            .search("random", 11, Searches.trial(1, 0.7))
            .search("random", 12, Searches.trial(1, 0.75)),
        """
        evolution has the highest mean validation accuracy, 85 % (95 % CI 80 to 90 %, n = 2). It was not tested against another arm, so the lead may be chance.
        evolution and random have no seed in common and are not tested.
        """);
  }

  @Test
  void failedSearchesAreCountedAndNamed() {
    assertVerdict(
        comparison("evolution", "random")
            .scores("evolution", wave(0.82, 10, 0))
            .search("evolution", 11, Searches.failedTrial(1))
            .scores("random", wave(0.78, 9, 5))
            .failed("random", 10, Searches.trial(1, 0.9)),
        """
        evolution has the highest mean validation accuracy, 81.6 % (95 % CI 80.2 to 82.7 %, n = 11): significantly better than random.
        evolution is better than random: median difference 4.5 points (95 % CI 2.8 to 5.8), p = 0.002 (Wilcoxon, n = 10).
        1 of 11 searches of evolution failed; a failed search counts with the lowest validation accuracy of any search, 76.00 %.
        1 of 10 searches of random failed; a failed search counts with the lowest validation accuracy of any search, 76.00 %.
        """);
  }

  @Test
  void nothingIsSaidIfEverySearchFailed() {
    assertVerdict(
        comparison("evolution", "random")
            .failed("evolution", 1)
            .search("random", 1, Searches.failedTrial(1)),
        """
        All searches failed; no conclusion is possible.
        """);
  }

  @Test
  void anArmAloneIsNotCompared() {
    assertVerdict(
        comparison("evolution").scores("evolution", wave(0.82, 10, 0)),
        """
        evolution reaches a mean validation accuracy of 82.2 % (95 % CI 81.3 to 83.0 %, n = 10). There is no other arm to compare it with.
        """);
  }

  @Test
  void saysWhenTheOptimumAndTheNoiseAreInTheWay() {
    assertVerdict(
        on(Searches.problem("wine", "validation.accuracy", 0.9, 0.02), "evolution", "random")
            .scores("evolution", constant(30))
            .scores("random", tenBelow()),
        """
        evolution has the highest mean validation accuracy, 90.00 % (95 % CI 90.00 to 90.00 %, n = 30): significantly better than random.
        evolution is better than random on 10 of 30 seeds and worse on 0, p = 0.002 (Wilcoxon, n = 30); the size of the difference is uncertain (95 % CI of the median difference 0.0 to 1.0 points).
        evolution (30 of 30) and random (20 of 30) reach the optimum, 90.00 %, in at least half of their searches; compare the cost of reaching it rather than final scores.
        A single measurement has a standard deviation of 2.0 points, more than the median difference between evolution and random; such a difference shows only over many searches.
        """);
  }

  @Test
  void doesNotSayByHowMuchIfThatIsOpen() {
    assertVerdict(
        comparison("evolution", "random")
            .scores("evolution", constant(30))
            .scores("random", mostlyBelow()),
        """
        evolution has the highest mean validation accuracy, 90.00 % (95 % CI 90.00 to 90.00 %, n = 30): significantly better than random.
        evolution is better than random on 17 of 30 seeds and worse on 8, p = 0.00023 (Wilcoxon, n = 30); the size of the difference is uncertain (95 % CI of the median difference 0.0 to 3.0 points).
        """);
  }

  @Test
  void lessOfALossIsBetter() {
    assertVerdict(
        on(Searches.problem("digits", "minus validation.loss", null, 0.3), "random", "evolution")
            .scores("evolution", wave(-0.42, 12, 0))
            .scores("random", wave(-0.53, 12, 5)),
        """
        evolution has the lowest mean validation loss, 0.420 (95 % CI 0.413 to 0.428, n = 12): significantly better than random.
        evolution is better than random: median difference 0.112 (95 % CI 0.097 to 0.127), p = 0.00049 (Wilcoxon, n = 12).
        A single measurement has a standard deviation of 0.30, more than the median difference between random and evolution; such a difference shows only over many searches.
        """);
  }

  @Test
  void smallPlainNumbersKeepTheirDigits() {
    assertVerdict(
        on(Searches.problem("nk", "fitness", null, null), "a", "b")
            .scores("a", scaled(0.7312, wave(0, 12, 0)))
            .scores("b", scaled(0.7302, wave(0, 12, 5))),
        """
        a has the highest mean fitness, 0.73120 (95 % CI 0.73112 to 0.73127, n = 12): significantly better than b.
        a is better than b: median difference 0.00102 (95 % CI 0.00087 to 0.00117), p = 0.00049 (Wilcoxon, n = 12).
        """);
  }

  @Test
  void ofManyPairsThoseOfTheBestArmAreNamed() {
    assertVerdict(
        many(),
        """
        arm0 has the highest mean validation accuracy, 80.0 % (95 % CI 79.4 to 80.6 %, n = 20): significantly better than 4 of the 6 arms tested against it, no significant difference from arm1 and arm2.
        arm0 is better than arm4: median difference 3.6 points (95 % CI 1.7 to 5.8), p < 0.0001 (Wilcoxon, Holm over 21 pairs, n = 20).
        arm0 is better than arm5: median difference 6.4 points (95 % CI 4.3 to 8.7), p < 0.0001 (Wilcoxon, Holm over 21 pairs, n = 20).
        arm0 is better than arm6: median difference 8.9 points (95 % CI 6.7 to 10.9), p < 0.0001 (Wilcoxon, Holm over 21 pairs, n = 20).
        arm0 is better than arm3: median difference 2.3 points (95 % CI 0.1 to 4.2), p = 0.0093 (Wilcoxon, Holm over 21 pairs, n = 20).
        Of the 15 other pairs without arm0, 15 differ significantly.
        No significant difference between arm0 and arm2 (p = 0.12, n = 20); about 44 seeds are needed to detect the observed difference with 80 % power.
        No significant difference between arm0 and arm1 (p = 0.31, n = 20); about 150 seeds are needed to detect the observed difference with 80 % power.
        arm7 has no searches and is excluded.
        """);
  }

  @Test
  void ranksOverProblemsComeFirst() {
    assertVerdict(
        problems(),
        """
        The ranks of the arms differ over 3 problems (Friedman, p = 0.05): evolution has the best mean rank, 1.00, not significantly different from tpe (Nemenyi, critical difference 1.91).
        On wine, evolution has the highest mean validation accuracy, 82.0 % (95 % CI 81.2 to 82.7 %, n = 12): significantly better than random.
        On wine, evolution is better than random: median difference 4.2 points (95 % CI 2.7 to 5.7), p = 0.00049 (Wilcoxon, n = 12).
        On digits, evolution has the highest mean validation accuracy, 82.0 % (95 % CI 81.2 to 82.7 %, n = 12): significantly better than random.
        On digits, evolution is better than random: median difference 4.2 points (95 % CI 2.7 to 5.7), p = 0.00049 (Wilcoxon, n = 12).
        On nk, evolution has the highest mean validation accuracy, 82.0 % (95 % CI 81.2 to 82.7 %, n = 12): significantly better than random.
        On nk, evolution is better than random: median difference 4.2 points (95 % CI 2.7 to 5.7), p = 0.00049 (Wilcoxon, n = 12).
        """);
  }

  @Test
  void ranksOverProblemsThatDecideNothingComeLast() {
    Searches made = new Searches().arms("evolution", "tpe", "random").allPairs();
    for (String problem : List.of("wine", "digits")) {
      made.on(Searches.problem(problem, "validation.accuracy", null, null));
      made.scores("evolution", EQUAL).scores("tpe", EQUAL).scores("random", EQUAL);
    }

    assertThat(Verdict.of(made.analysed()))
        .last()
        .isEqualTo(
            "No significant difference between the ranks of the arms over 2 problems"
                + " (Friedman, p = 1).");
  }

  private static void assertVerdict(Searches made, String expected) {
    String verdict = String.join("\n", Verdict.of(made.analysed())) + "\n";

    assertThat(verdict.replace('\u00A0', ' ')).isEqualTo(expected);
  }

  private static Searches comparison(String... arms) {
    return new Searches().arms(arms).allPairs();
  }

  private static Searches on(ProblemRecord problem, String... arms) {
    return comparison(arms).on(problem);
  }

  private static Searches many() {
    Searches made = new Searches();
    for (int i = 0; i < 7; i++) {
      made.arms("arm" + i).scores("arm" + i, wave(0.8 - 0.01 * i * i / 4, 20, 3 * i));
    }
    return made.arms("arm7").allPairs();
  }

  private static Searches problems() {
    Searches made = new Searches().arms("evolution", "tpe", "random").pair("evolution", "random");
    for (String name : List.of("wine", "digits", "nk")) {
      made.on(Searches.problem(name, "validation.accuracy", null, null))
          .scores("evolution", wave(0.82, 12, 0))
          .scores("tpe", wave(0.80, 12, 4))
          .scores("random", wave(0.78, 12, 5));
    }
    return made;
  }

  /** Values that go up and down by 0.02. */
  private static double[] wave(double middle, int count, int phase) {
    return IntStream.range(0, count)
        .mapToDouble(i -> middle + 0.02 * Math.sin(2.3 * (i + phase)))
        .toArray();
  }

  private static double[] scaled(double middle, double[] wave) {
    return Arrays.stream(wave).map(value -> middle + value / 100).toArray();
  }

  private static double[] constant(int count) {
    return IntStream.range(0, count).mapToDouble(i -> 0.9).toArray();
  }

  private static double[] tenBelow() {
    return IntStream.range(0, 30).mapToDouble(i -> i < 10 ? 0.9 - 0.01 * (i + 1) : 0.9).toArray();
  }

  private static double[] mostlyBelow() {
    double[] some = tenBelow();
    return IntStream.range(0, 30)
        .mapToDouble(i -> some[i] + (i < 17 ? -0.02 : i < 25 ? 0.005 : 0))
        .toArray();
  }
}
