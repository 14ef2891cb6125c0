package org.espalier.nas.api.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.trial.Fidelity;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void sumsWhatIsTrainedWithAndWithoutContinuing() {
    Plan plan =
        new Plan(
            List.of(
                new Plan.Rung(0, 0, 9, Fidelity.epochs(1), 0),
                new Plan.Rung(0, 1, 3, Fidelity.epochs(3), 1),
                new Plan.Rung(0, 2, 1, Fidelity.epochs(9), 3)),
            1);
    assertThat(plan.trials()).isEqualTo(13);
    assertThat(plan.epochs()).isEqualTo(9 + 3 * 2 + 6);
    assertThat(plan.epochsFromScratch()).isEqualTo(9 + 9 + 9);
  }

  @Test
  void isACopy() {
    List<Plan.Rung> rungs = new ArrayList<>(List.of(new Plan.Rung(0, 0, 1, Fidelity.epochs(1), 0)));
    Plan plan = new Plan(rungs, 0);
    rungs.clear();
    assertThat(plan.rungs()).hasSize(1);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Plan(List.of(), 1)).hasMessageContaining("at least one rung");
    assertThatThrownBy(() -> new Plan.Rung(0, 0, 0, Fidelity.epochs(1), 0))
        .hasMessageContaining("trials (0) must be positive");
    assertThatThrownBy(() -> new Plan.Rung(0, 0, 1, Fidelity.epochs(2), 3))
        .hasMessage("continuedEpochs (3) must lie in [0, 2].");
  }
}
