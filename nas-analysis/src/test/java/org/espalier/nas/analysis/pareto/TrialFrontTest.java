package org.espalier.nas.analysis.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.analysis.FrontRuns.ACCURACY;
import static org.espalier.nas.analysis.FrontRuns.LATENCY;
import static org.espalier.nas.analysis.FrontRuns.PARAMETERS;
import static org.espalier.nas.analysis.FrontRuns.infeasible;
import static org.espalier.nas.analysis.FrontRuns.trial;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.FrontRuns;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class TrialFrontTest {
  private static final List<TrialResult> TRIALS = FrontRuns.two();

  private final TrialFront front = TrialFront.of(List.of(ACCURACY, PARAMETERS), TRIALS);

  private static List<Integer> numbers(List<TrialResult> results) {
    return results.stream().map(result -> result.trial().number()).toList();
  }

  @Test
  void membersAreSortedByTheFirstObjectiveAndOfEqualOnesTheEarliestStays() {
    assertThat(numbers(front.members())).containsExactly(4, 6, 3, 1);
    assertThat(front.contains(TRIALS.get(2))).isTrue();
    assertThat(front.contains(TRIALS.get(4))).isFalse();
  }

  @Test
  void namesTheKneeAndTheEnds() {
    assertThat(front.knee()).contains(TRIALS.get(2));
    assertThat(front.compromise()).contains(TRIALS.get(2));
    assertThat(front.titles(TRIALS.get(2))).containsExactly("knee");
    assertThat(front.titles(TRIALS.get(3))).containsExactly("highest validation.accuracy");
    assertThat(front.titles(TRIALS.get(0))).containsExactly("lowest parameters");
    assertThat(front.titles(TRIALS.get(5))).isEmpty();
    assertThat(front.titles(TRIALS.get(1))).isEmpty();
  }

  @Test
  void aFrontWithoutKneeOffersTheBestOfTheFirstObjective() {
    TrialFront ends =
        TrialFront.of(List.of(PARAMETERS, LATENCY), List.of(trial(1, 5, 1), trial(2, 1, 5)));

    assertThat(ends.knee()).isEmpty();
    assertThat(ends.compromise().map(result -> result.trial().number())).contains(2);
  }

  @Test
  void trialsWithoutValuesAreLeftOut() {
    TrialFront rest =
        TrialFront.of(List.of(ACCURACY, PARAMETERS), List.of(infeasible(1), trial(2, 0.5, 7)));

    assertThat(numbers(rest.members())).containsExactly(2);
    assertThat(TrialFront.of(List.of(ACCURACY), List.of(infeasible(1))).isEmpty()).isTrue();
    assertThat(TrialFront.of(List.of(), TRIALS).isEmpty()).isTrue();
  }

  @Test
  void aSelectionKeepsThoseWithNamesAndSpreadsTheOthers() {
    List<TrialResult> many = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      many.add(trial(i, 1 - 1.0 / i, i));
    }
    TrialFront large = TrialFront.of(List.of(ACCURACY, PARAMETERS), many);

    List<Integer> selected = numbers(large.selection(20));

    assertThat(large.size()).isEqualTo(100);
    assertThat(selected).hasSize(20).doesNotHaveDuplicates().contains(1, 100);
    assertThat(selected).contains(large.knee().orElseThrow().trial().number());
    for (int i = 1; i < selected.size(); i++) {
      assertThat(selected.get(i - 1) - selected.get(i)).isBetween(1, 15);
    }
    assertThat(front.selection(4)).isEqualTo(front.members());
  }
}
