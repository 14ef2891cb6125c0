package org.espalier.nas.analysis.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.CostUnit;
import org.espalier.nas.analysis.comparison.ExampleComparisons;
import org.espalier.nas.analysis.comparison.MeasurementSource;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.junit.jupiter.api.Test;

class ChecklistTest {

  @Test
  void saysOfEachPracticeWhetherItWasFollowed() {
    List<Practice> practices = practices(ExampleComparisons.ofFive());

    assertThat(practices).extracting(Practice::number).containsExactly(numbers());
    assertThat(state(practices, 1)).isEqualTo(State.MET);
    assertThat(state(practices, 3)).isEqualTo(State.BY_HAND);
    assertThat(state(practices, 4)).isEqualTo(State.MET);
    assertThat(state(practices, 5)).isEqualTo(State.NOT_MET);
    assertThat(state(practices, 6)).isEqualTo(State.MET);
    assertThat(state(practices, 8)).isEqualTo(State.NOT_MET);
    assertThat(practices.get(8).reason()).startsWith("Every arm has at least 30 seeds");
    assertThat(state(practices, 10)).isEqualTo(State.MET);
    assertThat(state(practices, 12)).isEqualTo(State.BY_HAND);
    assertThat(state(practices, 13)).isEqualTo(State.NOT_MET);
    assertThat(state(practices, 14)).isEqualTo(State.MET);
  }

  @Test
  void seesAnAblationAndThatItChangesTheBenchmark() {
    List<Practice> practices = practices(ExampleComparisons.ofTwo());

    assertThat(practices.get(3).reason()).startsWith("Arms differ in evaluator.sharing.mode.");
    assertThat(state(practices, 4)).isEqualTo(State.NOT_MET);
    assertThat(practices.get(4).reason())
        .isEqualTo("sharing and no sharing differ in evaluator.sharing.mode alone.");
    assertThat(state(practices, 8)).isEqualTo(State.NOT_MET);
  }

  @Test
  void oneSeedIsTooFew() {
    Practice practice = practices(ExampleComparisons.awkward()).get(8);

    assertThat(practice.state()).isEqualTo(State.NOT_MET);
    assertThat(practice.reason()).startsWith("An arm has only 1 seed; with fewer than 6 no");
  }

  @Test
  void anEmptyComparisonMeetsNothingThatItWouldHaveToShow() {
    ComparisonResults empty = ExampleComparisons.empty();

    List<Practice> practices = practices(empty);

    assertThat(practices)
        .filteredOn(practice -> List.of(1, 2, 5, 7, 8, 9, 11, 14).contains(practice.number()))
        .extracting(Practice::state)
        .doesNotContain(State.MET);
  }

  @Test
  void randomSamplingIsTheFirstTrialOfRandomSearch() {
    ComparisonResults results = ExampleComparisons.analysed(2, 6);
    double first =
        results.comparison().searches().stream()
            .filter(search -> search.arm().equals("random"))
            .map(search -> search.trials().get(0).score())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow();

    Practice practice = practices(results).get(7);

    assertThat(practice.state()).isEqualTo(State.MET);
    assertThat(practice.reason())
        .startsWith("random is random search. Random sampling, the mean of the first")
        .endsWith(String.format(Locale.ROOT, "scores %.3f\u00a0%%.", 100 * first));
  }

  @Test
  void formulasTrainNothingAndAreNoBenchmarkOfNetworks() {
    List<Practice> practices =
        practices(with(MeasurementSource.FORMULA, Map.of(), "trials", "200"));

    assertThat(state(practices, 1)).isEqualTo(State.NOT_APPLICABLE);
    assertThat(state(practices, 2)).isEqualTo(State.MET);
    assertThat(state(practices, 10)).isEqualTo(State.NOT_MET);
  }

  @Test
  void trainingIsNoTableAndABudgetInTimeDependsOnTheMachine() {
    List<Practice> practices =
        practices(with(MeasurementSource.TRAINING, Map.of(), "wallClock", "PT1M"));

    assertThat(state(practices, 1)).isEqualTo(State.MET);
    assertThat(state(practices, 10)).isEqualTo(State.NOT_MET);
    assertThat(state(practices, 11)).isEqualTo(State.NOT_MET);
    assertThat(practices.get(10).reason()).startsWith("The budget is in time");
  }

  @Test
  void pluginsOfOthersHaveToBePublishedByThem() {
    Map<String, String> facts =
        Map.of("plugin.org.espalier.nas.Own", "1", "plugin.com.example.Theirs", "2 their.jar");

    List<Practice> practices = practices(with(MeasurementSource.TABLE, facts, "trials", "200"));

    assertThat(state(practices, 2)).isEqualTo(State.BY_HAND);
    assertThat(practices.get(1).reason()).endsWith("to be published too: com.example.Theirs");
  }

  /** Two arms that share everything but a rate. */
  private static ComparisonResults with(
      MeasurementSource answers, Map<String, String> facts, String budget, String most) {
    ComparisonRecord whole = ExampleComparisons.ofTwo().comparison();
    Map<String, String> all = new TreeMap<>(whole.facts());
    all.putAll(facts);
    ProblemRecord problem = whole.problems().get(0);
    ComparisonRecord record =
        new ComparisonRecord(
            "changed",
            null,
            whole.protocol(),
            List.of(
                new ProblemRecord(
                    problem.name(),
                    "a space",
                    1,
                    "fitness",
                    1.0,
                    null,
                    null,
                    answers,
                    CostUnit.TRIALS,
                    null)),
            List.of(
                new ArmRecord(
                    "one", null, Map.of("budget." + budget, most, "controller.rate", "1")),
                new ArmRecord(
                    "two", null, Map.of("budget." + budget, most, "controller.rate", "2"))),
            List.of(),
            all,
            "");
    return new ComparisonResults(record, List.of(), List.of(), null);
  }

  private static List<Practice> practices(ComparisonResults results) {
    return Checklist.of(PageModel.of(results));
  }

  private static Integer[] numbers() {
    return new Integer[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  }

  private static State state(List<Practice> practices, int number) {
    return practices.get(number - 1).state();
  }
}
