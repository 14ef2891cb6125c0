package org.espalier.nas.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.espalier.nas.analysis.comparison.Searches.averaging;
import static org.espalier.nas.analysis.comparison.Searches.failedTrial;
import static org.espalier.nas.analysis.comparison.Searches.problem;
import static org.espalier.nas.analysis.comparison.Searches.trial;

import java.util.List;
import org.assertj.core.data.Offset;
import org.espalier.nas.analysis.comparison.PairResult.Decision;
import org.espalier.nas.analysis.comparison.page.ComparisonPage;
import org.espalier.nas.analysis.comparison.text.Assumptions;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.junit.jupiter.api.Test;

class ComparisonAnalysisTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void theIncumbentIsTheHighestRewardOfTheHighestFidelityAndCountsWhatItIsWorth() {
    ArmResult arm =
        only(
            new Searches()
                .arms("bohb")
                .target(0.6)
                .search(
                    "bohb",
                    1,
                    new TrialPoint(1, 5, 0.9, 0.5, 5, 1),
                    new TrialPoint(2, 10, 0.7, 0.6, 10, 2),
                    new TrialPoint(3, 5, 0.99, 0.9, 5, 1),
                    new TrialPoint(4, 10, 0.7, 0.8, 5, 1),
                    new TrialPoint(5, 10, null, null, 2.5, 1),
                    new TrialPoint(6, 10, 0.8, null, 10, 2)));

    // After 0.5, 1.5, 2, 2.5, 2.75 and 3.75 trials of full fidelity.
    assertThat(arm.curve())
        .extracting(CurvePoint::cost, point -> point.mean().value())
        .startsWith(tuple(0.5, 0.5))
        .contains(tuple(1.5, 0.6))
        .endsWith(tuple(3.75, 0.8));
    assertThat(arm.searches())
        .containsExactly(new ArmResult.SearchResult(1, 0.8, 6, 37.5, 8, null, null, null, null));
    assertThat(arm.target()).isEqualTo(new ArmResult.TimeToTarget(1, 1, 1.5));
    // Nothing yet counts as the lowest final score, which is its own.
    assertThat(arm.area().value()).isCloseTo((0.5 * 0.8 + 0.5 + 2.25 * 0.6) / 3.75, EXACT);
  }

  @Test
  void summarisesEachArmBestFirst() {
    ComparisonResults results =
        new Searches()
            .on(problem("wine", "validation.accuracy", 1.0, null))
            .arms("random", "evolution")
            .scores("random", 0.2, 0.4, 0.4, 0.8)
            .scores("evolution", 0.5, 0.9, 0.9, 0.9)
            .analysed();

    assertThat(results.arms()).extracting(ArmResult::arm).containsExactly("evolution", "random");
    ArmResult random = results.arms().get(1);
    assertThat(random.mean().value()).isCloseTo(0.45, EXACT);
    assertThat(random.median().value()).isCloseTo(0.4, EXACT);
    assertThat(random.iqm().value()).isCloseTo(0.4, EXACT);
    assertThat(random.deviation()).isCloseTo(0.2516611478423583, EXACT);
    assertThat(random.simpleRegret().value()).isCloseTo(0.55, EXACT);
    assertThat(random.simpleRegret().low()).isCloseTo(1 - random.mean().high(), EXACT);
    assertThat(random.mean().low()).isBetween(0.2, 0.4);
    assertThat(random.mean().high()).isBetween(0.5, 0.8);
    assertThat(random.epochs()).isEqualTo(10);
    assertThat(random.seconds()).isEqualTo(2);
    assertThat(random.target()).isNull();
  }

  @Test
  void scoresCloserThanTheTableStoresThemAreTies() {
    double third = 1.0 / 3;
    PairResult pair =
        new Searches()
            .on(problem("wine", "validation.accuracy", 1.0, null))
            .arms("a", "b")
            .pair("a", "b")
            .scores("a", third, 0.75f, 0.8)
            .scores("b", (float) third, 0.75, 0.7)
            .analysed()
            .pairs()
            .get(0);

    assertThat(pair.wins()).isEqualTo(1);
    assertThat(pair.ties()).isEqualTo(2);
  }

  @Test
  void anArmWhoseSearchesAllFailedSaysSo() {
    ComparisonResults results =
        new Searches()
            .arms("a", "b")
            .scores("a", 0.7, 0.8)
            .failed("b", 1)
            .search("b", 2, failedTrial(1))
            .analysed();

    assertThat(results.arms()).extracting(ArmResult::allFailed).containsExactly(false, true);
    assertThat(Verdict.of(results))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("All 2 searches of b failed, so it has no score of its own"));
    assertThat(ComparisonPage.render(results)).contains(">failed<");
  }

  @Test
  void failedSearchesCountWithTheLowestScore() {
    ComparisonResults results =
        new Searches()
            .on(problem("wine", "validation.accuracy", 1.0, null))
            .arms("a", "b")
            .pair("a", "b")
            .target(0.9)
            .search("a", 1, trial(1, 0.7), trial(2, 0.95))
            .failed("a", 2, trial(1, 0.99))
            .search("a", 3, failedTrial(1))
            .search("b", 1, trial(1, 0.3), failedTrial(2), trial(3, 0.6))
            .search("b", 2, trial(1, 0.8))
            .analysed();

    ArmResult a = results.arms().get(0);
    assertThat(a.arm()).isEqualTo("a");
    assertThat(a.failed()).isEqualTo(2);
    assertThat(a.searches())
        .extracting(ArmResult.SearchResult::score, ArmResult.SearchResult::failure)
        .containsExactly(
            tuple(0.95, null), tuple(0.6, "the disk is full"), tuple(0.6, "no trial succeeded"));
    assertThat(a.target()).isEqualTo(new ArmResult.TimeToTarget(1, 3, Double.POSITIVE_INFINITY));
    // Failed searches spend as much as the one that spent most, all of it on the worst trial.
    assertThat(a.cumulativeRegret().value()).isCloseTo((0.35 + 2 * 3 * 0.7) / 3, EXACT);
    assertThat(results.arms().get(1).cumulativeRegret().value())
        .isCloseTo((0.7 + 0.7 + 0.4 + 0.2) / 2, EXACT);
    assertThat(a.curve().get(0).mean().value()).isCloseTo((0.7 + 0.6 + 0.6) / 3, EXACT);
    assertThat(results.pairs().get(0).wins()).isEqualTo(1);
  }

  @Test
  void relativeImprovementIsInPercentOfTheAverageArchitecture() {
    ArmResult arm =
        only(new Searches().on(averaging(0.5, "accuracy")).arms("a").scores("a", 0.55, 0.65));
    ArmResult loss =
        only(new Searches().on(averaging(-0.5, "minus loss")).arms("a").scores("a", -0.4, -0.3));

    assertThat(arm.relativeImprovement().value()).isCloseTo(20, EXACT);
    assertThat(arm.relativeImprovement().low())
        .isCloseTo(200 * (arm.mean().low() - 0.5), EXACT)
        .isLessThan(20);
    assertThat(loss.relativeImprovement().value()).isCloseTo(30, EXACT);
    assertThat(only(new Searches().arms("a").scores("a", 0.5)).relativeImprovement()).isNull();
    assertThat(
            only(new Searches().on(averaging(0, "accuracy")).arms("a").scores("a", 0.5))
                .relativeImprovement())
        .isNull();
  }

  @Test
  void thePageAndTheTableShowTheRelativeImprovement() {
    ComparisonResults results =
        new Searches().on(averaging(0.5, "accuracy")).arms("a").scores("a", 0.6).analysed();

    assertThat(ComparisonPage.render(results))
        .contains("A random architecture scores 50", "<th", ">RI<", "20.00");
    assertThat(ComparisonPage.render(new Searches().arms("a").scores("a", 0.5).analysed()))
        .doesNotContain(">RI<");
  }

  @Test
  void regretNeedsAllScoresAndTheOptimum() {
    TrialPoint unknown = new TrialPoint(1, 10, 0.5, null, 10, 1);

    assertThat(only(new Searches().arms("a").scores("a", 0.5)).simpleRegret()).isNull();
    ArmResult measured =
        only(
            new Searches()
                .on(problem("wine", "validation.accuracy", 1.0, null))
                .arms("a")
                .search("a", 1, unknown, trial(2, 0.6)));
    assertThat(measured.simpleRegret().value()).isCloseTo(0.4, EXACT);
    assertThat(measured.cumulativeRegret()).isNull();
  }

  @Test
  void halfOfTheSearchesMustReachTheTarget() {
    Searches made = new Searches().arms("a").target(0.9);
    made.search("a", 1, trial(1, 0.5), trial(2, 0.9));
    made.search("a", 2, trial(1, 0.5), trial(2, 0.6));

    assertThat(only(made).target()).isEqualTo(new ArmResult.TimeToTarget(1, 2, 2));
  }

  @Test
  void onlyWhatWasTheBestSoFarNeedsAScore() {
    TrialPoint unjudged = new TrialPoint(2, 10, 0.4, null, 10, 2);
    Searches judged = new Searches().arms("a");
    judged.search("a", 1, trial(1, 0.5), unjudged, new TrialPoint(3, 10, 0.6, 0.55, 10, 2));
    Searches best = new Searches().arms("a");
    best.search("a", 1, trial(1, 0.3), unjudged);

    assertThat(only(judged).mean().value()).isEqualTo(0.55);
    assertThat(Assumptions.of(judged.analysed())).noneMatch(text -> text.contains("own reward"));
    assertThat(only(best).mean().value()).isEqualTo(0.4);
    assertThat(Assumptions.of(best.analysed())).anyMatch(text -> text.contains("own reward"));
  }

  @Test
  void pairsAreMadeOfTheSeedsThatBothHave() {
    Searches made = new Searches().arms("a", "b", "c").allPairs();
    made.search("a", 3, trial(1, 0.9)).search("a", 1, trial(1, 0.8)).search("a", 2, trial(1, 0.7));
    made.search("b", 2, trial(1, 0.7)).search("b", 3, trial(1, 0.5)).search("b", 9, trial(1, 0.1));
    made.search("c", 4, trial(1, 0.7));

    ComparisonResults results = made.analysed();

    assertThat(results.pairs()).hasSize(1);
    PairResult pair = results.pairs().get(0);
    assertThat(pair.pairs()).isEqualTo(2);
    assertThat(pair.wins()).isEqualTo(1);
    assertThat(pair.ties()).isEqualTo(1);
    assertThat(pair.p()).isEqualTo(1);
    assertThat(pair.difference().value()).isCloseTo(0.2, EXACT);
    assertThat(pair.improvement().value()).isEqualTo(0.75);
    assertThat(pair.a12()).isEqualTo(0.875);
    assertThat(pair.cliffsDelta()).isEqualTo(0.75);
    assertThat(pair.seedsNeeded()).isNull();
    assertThat(results.ranks()).isNull();
    assertThat(Assumptions.of(results)).anyMatch(text -> text.contains("2 seeds in common"));
  }

  @Test
  void sumsInAnotherOrderAreTies() {
    double one = 0.1 + 0.2 + 0.3;
    double other = 0.3 + 0.2 + 0.1;
    assertThat(one).isNotEqualTo(other);

    PairResult pair =
        new Searches()
            .arms("a", "b")
            .allPairs()
            .scores("a", one, 0.9, 0.8)
            .scores("b", other, 0.8, 0.7)
            .analysed()
            .pairs()
            .get(0);

    assertThat(pair.ties()).isEqualTo(1);
    assertThat(pair.difference().high()).isEqualTo(pair.difference().value());
  }

  @Test
  void pairsOfAProblemAreOneFamily() {
    Searches made = new Searches().arms("a", "b", "c").allPairs();
    made.scores("a", 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97);
    made.scores("b", 0.51, 0.53, 0.55, 0.57, 0.59, 0.61, 0.63);
    made.scores("c", 0.52, 0.52, 0.56, 0.56, 0.60, 0.60, 0.64);

    List<PairResult> pairs = made.analysed().pairs();

    assertThat(pairs.get(0).p()).isEqualTo(2.0 / 128);
    assertThat(pairs.get(0).adjusted()).isCloseTo(6.0 / 128, EXACT);
    assertThat(pairs.get(0).decision()).isEqualTo(Decision.FIRST);
    // Its own level is 0.05 / 3, for which seven seeds are enough.
    assertThat(pairs.get(0).seedsNeeded()).isEqualTo(7);
    assertThat(pairs.get(2).decision()).isEqualTo(Decision.UNDECIDED);
    assertThat(pairs.get(2).seedsNeeded()).isGreaterThan(7);
  }

  @Test
  void aPairIsDecidedForEitherSide() {
    Searches made = new Searches().arms("a", "b").pair("b", "a");
    made.scores("a", 6, 7, 8, 9, 10, 11).scores("b", 5, 5, 5, 5, 5, 5);

    PairResult pair = made.analysed().pairs().get(0);

    assertThat(pair.decision()).isEqualTo(Decision.SECOND);
    assertThat(pair.difference().value()).isEqualTo(-3.5);
    assertThat(pair.improvement()).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void ranksAreOverTheSeedsThatAllHaveOrTheProblems() {
    Searches one = new Searches().arms("a", "b", "c");
    one.scores("a", 0.3, 0.3, 0.3).scores("b", 0.9, 0.8, 0.9, 0.7).scores("c", 0.5, 0.4, 0.5, 0.9);
    Ranks seeds = one.analysed().ranks();

    assertThat(seeds.blocks()).isEqualTo(Ranks.Blocks.SEEDS);
    assertThat(seeds.count()).isEqualTo(3);
    assertThat(seeds.meanRanks().keySet()).containsExactly("b", "c", "a");
    assertThat(seeds.meanRanks().get("b")).isEqualTo(1);
    assertThat(seeds.statistic()).isCloseTo(6, EXACT);

    Searches two = new Searches().arms("a", "b", "c");
    for (String name : List.of("wine", "digits")) {
      two.on(problem(name, "validation.accuracy", null, null));
      two.scores("a", 0.3, 0.4).scores("b", 0.9, 0.8).scores("c", 0.5);
    }
    Ranks problems = two.analysed().ranks();
    assertThat(problems.blocks()).isEqualTo(Ranks.Blocks.PROBLEMS);
    assertThat(problems.count()).isEqualTo(2);
    assertThat(problems.p()).isGreaterThan(0.05);
    assertThat(problems.groups()).containsExactly(List.of("b", "c", "a"));
  }

  @Test
  void anotherArmChangesNoInterval() {
    Searches two = new Searches().arms("a", "b").pair("a", "b");
    two.scores("a", 0.1, 0.5, 0.7, 0.8).scores("b", 0.2, 0.1, 0.9, 0.3);
    Searches three = new Searches().arms("c", "a", "b").pair("a", "b");
    three.scores("c", 0.1, 0.2).scores("a", 0.1, 0.5, 0.7, 0.8).scores("b", 0.2, 0.1, 0.9, 0.3);

    ComparisonResults before = two.analysed();
    ComparisonResults after = three.analysed();

    assertThat(after.arms()).containsAll(before.arms());
    assertThat(after.pairs()).isEqualTo(before.pairs());
    assertThat(two.analysed()).isEqualTo(before);
  }

  @Test
  void curvesHaveAboutTwoHundredPointsAndEndWhereTheyShould() {
    TrialPoint[] trials = new TrialPoint[1000];
    for (int i = 0; i < trials.length; i++) {
      trials[i] = trial(i + 1, i / 1000.0);
    }

    List<CurvePoint> points = only(new Searches().arms("a").search("a", 1, trials)).curve();

    assertThat(points).hasSizeBetween(100, 210);
    assertThat(points.get(0).cost()).isEqualTo(1);
    assertThat(points.get(points.size() - 1).cost()).isEqualTo(1000);
    assertThat(points.get(points.size() - 1).median()).isEqualTo(0.999);
  }

  @Test
  void searchesMustBelongToAnArmOnce() {
    assertThatThrownBy(() -> new Searches().arms("a").scores("b", 1).analysed())
        .hasMessage("searches: the arm b is not among the arms.");
    assertThatThrownBy(() -> new Searches().arms("a").scores("a", 1).scores("a", 2).analysed())
        .hasMessage("searches: a has two on wine with seed 1.");
  }

  private static ArmResult only(Searches made) {
    return made.analysed().arms().get(0);
  }
}
