package org.espalier.nas.engine.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.engine.metric.Goal;
import org.junit.jupiter.api.Test;

class PatienceStoppingTest {

  private static Optional<String> ask(
      String metric, int patience, double minDelta, double... values) {
    PatienceStopping rule =
        new PatienceStopping(
            new PatienceSettings(metric, Goal.AUTO, patience, minDelta),
            new EvaluatorSettings() {});
    return rule.reasonToStop(
        Situations.trial(1), new Situations(metric).measured(values), List.of());
  }

  @Test
  void countsTheEpochsSinceTheBest() {
    assertThat(ask("accuracy", 2, 0, 0.5, 0.6, 0.55)).isEmpty();
    assertThat(ask("accuracy", 2, 0, 0.5, 0.6, 0.55, 0.6))
        .contains("accuracy has not improved on 0.6000 for 2 epochs");
    assertThat(ask("accuracy", 2, 0, 0.5, 0.6, 0.55, 0.61)).isEmpty();
  }

  /** 0.62 is no improvement on 0.6 by more than 0.05; 0.66 is. */
  @Test
  void smallImprovementsDoNotCount() {
    assertThat(ask("accuracy", 2, 0.05, 0.6, 0.62, 0.64)).isPresent();
    assertThat(ask("accuracy", 2, 0.05, 0.6, 0.62, 0.66)).isEmpty();
  }

  @Test
  void aLossImprovesByFalling() {
    assertThat(ask("loss", 1, 0, 0.5, 0.4)).isEmpty();
    assertThat(ask("loss", 1, 0, 0.5, 0.6)).contains("loss has not improved on 0.5000 for 1 epoch");
  }

  @Test
  void whatIsNoNumberIsNoImprovement() {
    assertThat(ask("loss", 2, 0, Double.NaN, Double.NaN))
        .contains("loss was not a number in 2 epochs");
    assertThat(ask("loss", 2, 0, 0.5, Double.NEGATIVE_INFINITY)).isEmpty();
    assertThat(ask("loss", 2, 0, 0.5, Double.NEGATIVE_INFINITY, Double.NaN)).isPresent();
  }
}
