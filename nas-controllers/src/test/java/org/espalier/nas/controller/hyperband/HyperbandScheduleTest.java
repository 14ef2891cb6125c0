package org.espalier.nas.controller.hyperband;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.controller.Plan;
import org.junit.jupiter.api.Test;

class HyperbandScheduleTest {

  @Test
  void reproducesTheTableOfThePaper() {
    assertThat(table(81, 1, 3, Rounding.PAPER))
        .containsExactly(
            "81,1 27,3 9,9 3,27 1,81",
            "34,3 11,9 3,27 1,81",
            "15,9 5,27 1,81",
            "8,27 2,81",
            "5,81");
  }

  @Test
  void reproducesTheTableOfTheBook() {
    assertThat(table(81, 1, 3, Rounding.BOOK))
        .containsExactly(
            "81,1 27,3 9,9 3,27 1,81", "27,3 9,9 3,27 1,81", "9,9 3,27 1,81", "6,27 2,81", "5,81");
  }

  @Test
  void reproducesTheTableOfKerasTuner() {
    assertThat(table(10, 1, 3, Rounding.KERAS_TUNER))
        .containsExactly("12,2 4,4 2,10", "6,4 2,10", "4,10");
  }

  @Test
  void countsTheTrialsAndEpochsOfKerasTuner() {
    List<Bracket> brackets = HyperbandSchedule.of(10, 1, 3, Rounding.KERAS_TUNER).brackets();

    Plan continued = new HyperbandSearch.HyperbandPlan(brackets, 1, true).plan();

    assertThat(continued.trials()).isEqualTo(30);
    assertThat(continued.epochs()).isEqualTo(120);
    assertThat(continued.epochsFromScratch()).isEqualTo(144);
    assertThat(new HyperbandSearch.HyperbandPlan(brackets, 1, false).plan().epochs())
        .isEqualTo(144);
  }

  @Test
  void takesExactPowersForWhatTheyAre() {
    // In floating point log_3 243 is 4.999999999999999, and a bracket would be lost.
    assertThat(HyperbandSchedule.of(243, 1, 3, Rounding.PAPER).brackets()).hasSize(6);
    assertThat(HyperbandSchedule.of(242, 1, 3, Rounding.PAPER).brackets()).hasSize(5);
    assertThat(HyperbandSchedule.of(125, 1, 5, Rounding.KERAS_TUNER).brackets()).hasSize(4);
  }

  @Test
  void beginsWithTheFewestEpochsThatAreAllowed() {
    assertThat(table(81, 9, 3, Rounding.PAPER))
        .containsExactly("9,9 3,27 1,81", "5,27 1,81", "3,81");
    assertThat(table(1, 1, 3, Rounding.PAPER)).containsExactly("1,1");
    assertThat(table(10, 1, 3, Rounding.PAPER)).containsExactly("9,1 3,3 1,10", "5,3 1,10", "3,10");
  }

  private static List<String> table(int maxEpochs, int minEpochs, int factor, Rounding rounding) {
    return HyperbandSchedule.of(maxEpochs, minEpochs, factor, rounding).brackets().stream()
        .map(
            bracket ->
                bracket.rungs().stream()
                    .map(rung -> rung.trials() + "," + rung.epochs())
                    .collect(Collectors.joining(" ")))
        .toList();
  }
}
