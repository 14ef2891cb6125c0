package org.espalier.nas.analysis.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ExampleComparisons;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.junit.jupiter.api.Test;

class ChecklistTest {

  @Test
  void saysOfEachPracticeWhetherItWasFollowed() {
    List<Practice> practices = Checklist.of(ExampleComparisons.ofFive());

    assertThat(practices).extracting(Practice::number).containsExactly(numbers());
    assertThat(state(practices, 1)).isEqualTo(State.MET);
    assertThat(state(practices, 3)).isEqualTo(State.BY_HAND);
    assertThat(state(practices, 4)).isEqualTo(State.MET);
    assertThat(state(practices, 5)).isEqualTo(State.NOT_MET);
    assertThat(state(practices, 6)).isEqualTo(State.MET);
    assertThat(practices.get(7).reason()).isEqualTo("random is random search.");
    assertThat(practices.get(8).reason()).startsWith("Every arm has at least 30 seeds");
    assertThat(state(practices, 10)).isEqualTo(State.MET);
    assertThat(state(practices, 12)).isEqualTo(State.BY_HAND);
    assertThat(state(practices, 13)).isEqualTo(State.NOT_MET);
    assertThat(state(practices, 14)).isEqualTo(State.MET);
  }

  @Test
  void seesAnAblationAndThatItChangesTheBenchmark() {
    List<Practice> practices = Checklist.of(ExampleComparisons.ofTwo());

    assertThat(practices.get(3).reason()).startsWith("Arms differ in evaluator.sharing.");
    assertThat(state(practices, 4)).isEqualTo(State.NOT_MET);
    assertThat(practices.get(4).reason())
        .isEqualTo("sharing and no sharing differ in evaluator.sharing alone.");
    assertThat(state(practices, 8)).isEqualTo(State.NOT_MET);
  }

  @Test
  void oneSeedIsTooFew() {
    Practice practice = Checklist.of(ExampleComparisons.awkward()).get(8);

    assertThat(practice.state()).isEqualTo(State.NOT_MET);
    assertThat(practice.reason()).startsWith("An arm has only 1 seed; with fewer than 6 no");
  }

  @Test
  void anEmptyComparisonMeetsNothingThatItWouldHaveToShow() {
    ComparisonResults empty = ExampleComparisons.empty();

    List<Practice> practices = Checklist.of(empty);

    assertThat(practices)
        .filteredOn(practice -> List.of(1, 2, 5, 7, 8, 9, 11, 14).contains(practice.number()))
        .extracting(Practice::state)
        .doesNotContain(State.MET);
  }

  private static Integer[] numbers() {
    return new Integer[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
  }

  private static State state(List<Practice> practices, int number) {
    return practices.get(number - 1).state();
  }
}
