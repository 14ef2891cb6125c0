package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        evolution has the highest mean validation accuracy, 82.0 % (95 % interval 81.2 to 82.7 %, 12 searches) and is better than random.
        evolution beats random by 2.7 to 5.7 points (median 4.2, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        """);
  }

  @Test
  void saysHowManySeedsWouldTell() {
    assertVerdict(
        comparison("evolution", "tpe")
            .scores("evolution", wave(0.82, 12, 0))
            .scores("tpe", wave(0.815, 12, 3)),
        """
        evolution has the highest mean validation accuracy, 82.0 % (95 % interval 81.2 to 82.7 %, 12 searches), and is not told apart from tpe.
        Between evolution and tpe these 12 seeds cannot tell, p = 0.2 (Wilcoxon); about 40 would be needed to see the observed difference with 80 % power.
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
        evolution has the highest mean validation accuracy, 91.0 % (95 % interval 90.0 to 92.0 %, 3 searches), and is not told apart from tpe and random.
        With 3 seeds no test of a pair can decide, however large the difference (Wilcoxon, Holm over 3 pairs): at least 7 are needed.
        Over 3 seeds the arms differ in rank (Friedman, p = 0.05): evolution has the best mean rank, 1.00, not told apart by this coarser test from that of tpe (Nemenyi, critical difference 1.91).
        """);
  }

  @Test
  void oneSeedHasNoInterval() {
    assertVerdict(
        comparison("evolution", "random").scores("evolution", 0.9).scores("random", 0.7),
        """
        evolution has the highest mean validation accuracy, 90.00 % (1 search), and is not told apart from random.
        With 1 seed no test of a pair can decide, however large the difference (Wilcoxon): at least 6 are needed.
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
        evolution, tpe and random share the highest mean validation accuracy, 79 %.
        evolution and tpe end equal with all 8 seeds.
        evolution and random end equal with all 8 seeds.
        tpe and random end equal with all 8 seeds.
        Over 8 seeds the ranks of the arms differ by no more than chance would have it (Friedman, p = 1).
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
        evolution has the highest mean validation accuracy, 85 % (95 % interval 80 to 90 %, 2 searches), but it was tested against no other arm: this may be chance.
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
        evolution has the highest mean validation accuracy, 81.6 % (95 % interval 80.2 to 82.7 %, 11 searches) and is better than random.
        evolution beats random by 2.8 to 5.8 points (median 4.5, 95 % interval), p = 0.002 (Wilcoxon, 10 seeds).
        1 of 11 searches of evolution failed and counts with the lowest validation accuracy that any search ended with, 76.00 %.
        1 of 10 searches of random failed and counts with the lowest validation accuracy that any search ended with, 76.00 %.
        """);
  }

  @Test
  void nothingIsSaidIfEverySearchFailed() {
    assertVerdict(
        comparison("evolution", "random")
            .failed("evolution", 1)
            .search("random", 1, Searches.failedTrial(1)),
        """
        Every search failed: nothing can be said.
        """);
  }

  @Test
  void anArmAloneIsNotCompared() {
    assertVerdict(
        comparison("evolution").scores("evolution", wave(0.82, 10, 0)),
        """
        evolution reaches a mean validation accuracy of 82.2 % (95 % interval 81.3 to 83.0 %, 10 searches); there is no other arm to compare it with.
        """);
  }

  @Test
  void saysWhenTheOptimumAndTheNoiseAreInTheWay() {
    assertVerdict(
        on(Searches.problem("wine", "validation.accuracy", 0.9, 0.02), "evolution", "random")
            .scores("evolution", constant(30))
            .scores("random", tenBelow()),
        """
        evolution has the highest mean validation accuracy, 90.00 % (95 % interval 90.00 to 90.00 %, 30 searches) and is better than random.
        evolution beats random with 10 of 30 seeds and loses with 0, p = 0.002 (Wilcoxon); by how much is open, for the 95 % interval of the median difference is 0.0 to 1.0 points.
        evolution (30 of 30) and random (20 of 30) find the optimum, 90.00 %, in at least half of their searches: their final scores can hardly tell them apart, how soon they got there can.
        One measurement varies by 2.0 points (standard deviation) around what an architecture is worth, more than the median difference between evolution and random: so little shows only over many searches.
        """);
  }

  @Test
  void doesNotSayByHowMuchIfThatIsOpen() {
    assertVerdict(
        comparison("evolution", "random")
            .scores("evolution", constant(30))
            .scores("random", mostlyBelow()),
        """
        evolution has the highest mean validation accuracy, 90.00 % (95 % interval 90.00 to 90.00 %, 30 searches) and is better than random.
        evolution beats random with 17 of 30 seeds and loses with 8, p = 0.00023 (Wilcoxon); by how much is open, for the 95 % interval of the median difference is 0.0 to 3.0 points.
        """);
  }

  @Test
  void lessOfALossIsBetter() {
    assertVerdict(
        on(Searches.problem("digits", "minus validation.loss", null, 0.3), "random", "evolution")
            .scores("evolution", wave(-0.42, 12, 0))
            .scores("random", wave(-0.53, 12, 5)),
        """
        evolution has the lowest mean validation loss, 0.420 (95 % interval 0.413 to 0.428, 12 searches) and is better than random.
        evolution beats random by 0.097 to 0.127 (median 0.112, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        One measurement varies by 0.30 (standard deviation) around what an architecture is worth, more than the median difference between random and evolution: so little shows only over many searches.
        """);
  }

  @Test
  void smallPlainNumbersKeepTheirDigits() {
    assertVerdict(
        on(Searches.problem("nk", "fitness", null, null), "a", "b")
            .scores("a", scaled(0.7312, wave(0, 12, 0)))
            .scores("b", scaled(0.7302, wave(0, 12, 5))),
        """
        a has the highest mean fitness, 0.73120 (95 % interval 0.73112 to 0.73127, 12 searches) and is better than b.
        a beats b by 0.00087 to 0.00117 (median 0.00102, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        """);
  }

  @Test
  void ofManyPairsThoseOfTheBestArmAreNamed() {
    assertVerdict(
        many(),
        """
        arm0 has the highest mean validation accuracy, 80.0 % (95 % interval 79.4 to 80.6 %, 20 searches), and is better than 4 of the 6 arms that it was tested against, but is not told apart from arm1 and arm2.
        arm0 beats arm4 by 1.7 to 5.8 points (median 3.6, 95 % interval), p < 0.0001 (Wilcoxon, Holm over 21 pairs, 20 seeds).
        arm0 beats arm5 by 4.3 to 8.7 points (median 6.4, 95 % interval), p < 0.0001 (Wilcoxon, Holm over 21 pairs, 20 seeds).
        arm0 beats arm6 by 6.7 to 10.9 points (median 8.9, 95 % interval), p < 0.0001 (Wilcoxon, Holm over 21 pairs, 20 seeds).
        arm0 beats arm3 by 0.1 to 4.2 points (median 2.3, 95 % interval), p = 0.0093 (Wilcoxon, Holm over 21 pairs, 20 seeds).
        Between arm0 and arm2 these 20 seeds cannot tell, p = 0.12 (Wilcoxon, Holm over 21 pairs); about 44 would be needed to see the observed difference with 80 % power.
        Between arm0 and arm1 these 20 seeds cannot tell, p = 0.31 (Wilcoxon, Holm over 21 pairs); about 150 would be needed to see the observed difference with 80 % power.
        Of the 15 other pairs without arm0, 15 are decided and 0 are not.
        arm7 has no searches and is left out.
        """);
  }

  @Test
  void ranksOverProblemsComeFirst() {
    assertVerdict(
        problems(),
        """
        Over 3 problems the arms differ in rank (Friedman, p = 0.05): evolution has the best mean rank, 1.00, not told apart by this coarser test from that of tpe (Nemenyi, critical difference 1.91).
        On wine, evolution has the highest mean validation accuracy, 82.0 % (95 % interval 81.2 to 82.7 %, 12 searches) and is better than random.
        On wine, evolution beats random by 2.7 to 5.7 points (median 4.2, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        On digits, evolution has the highest mean validation accuracy, 82.0 % (95 % interval 81.2 to 82.7 %, 12 searches) and is better than random.
        On digits, evolution beats random by 2.7 to 5.7 points (median 4.2, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        On nk, evolution has the highest mean validation accuracy, 82.0 % (95 % interval 81.2 to 82.7 %, 12 searches) and is better than random.
        On nk, evolution beats random by 2.7 to 5.7 points (median 4.2, 95 % interval), p = 0.00049 (Wilcoxon, 12 seeds).
        """);
  }

  @Test
  void ranksOverProblemsThatDecideNothingComeLast() {
    Searches made = new Searches().arms("evolution", "tpe", "random").allPairs();
    for (String problem : List.of("wine", "digits")) {
      made.on(Searches.problem(problem, "validation.accuracy", null, null));
      made.scores("evolution", EQUAL).scores("tpe", EQUAL).scores("random", EQUAL);
    }

    assertThat(made.analysed().verdict())
        .last()
        .isEqualTo(
            "Over 2 problems the ranks of the arms differ by no more than chance would have it"
                + " (Friedman, p = 1).");
  }

  private static void assertVerdict(Searches made, String expected) {
    String verdict = String.join("\n", made.analysed().verdict()) + "\n";

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
