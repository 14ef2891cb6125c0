package org.espalier.nas.engine.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.reward.MetricRewardSettings.Over;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricRewardTest {

  private static Outcome outcome(String metric, double... values) {
    List<Measurement> measured = new ArrayList<>();
    for (double value : values) {
      measured.add(new Measurement(measured.size() + 1, Map.of(metric, value)));
    }
    return new Outcome.Completed(measured, Account.empty());
  }

  private static double reward(String metric, Over over, Goal goal, Outcome outcome) {
    return new MetricReward(
            new MetricRewardSettings(metric, over, 0.5, goal), new EvaluatorSettings() {})
        .of(outcome);
  }

  /** Of 0.2, 0.8, 0.5, less 0.5; weighted: (0.2 + 1.6 + 1.5) / 6. */
  @ParameterizedTest
  @CsvSource({
    "LAST, AUTO, 0.0",
    "BEST, AUTO, 0.3",
    "MEAN, AUTO, 0.0",
    "WEIGHTED, AUTO, 0.05",
    "LAST, MINIMIZE, -1.0",
    "BEST, MINIMIZE, -0.7",
    "WEIGHTED, MINIMIZE, -1.05"
  })
  void takesTheEpochsTogether(Over over, Goal goal, double expected) {
    assertThat(reward("accuracy", over, goal, outcome("accuracy", 0.2, 0.8, 0.5)))
        .isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "validation.loss, -0.75",
    "validation.mae, -0.75",
    "validation.auc, -0.25",
    "f1, -0.25"
  })
  void lessOfALossIsBetter(String metric, double expected) {
    assertThat(reward(metric, Over.LAST, Goal.AUTO, outcome(metric, 0.25))).isEqualTo(expected);
  }

  @Test
  void choosesTheMetricByWhatIsMeasured() {
    assertThat(reward("auto", Over.LAST, Goal.AUTO, outcome("validation.r2", 0.9)))
        .isCloseTo(0.4, within(1e-12));
    Outcome both =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of("validation.r2", 0.0, "validation.accuracy", 1.0))),
            Account.empty());
    assertThat(reward("auto", Over.LAST, Goal.AUTO, both)).isEqualTo(0.5);
  }

  @Test
  void divergedAtTheEndIsNotANumberUnlessTheBestCounts() {
    Outcome diverged = outcome("accuracy", 0.9, Double.NaN);

    assertThat(reward("accuracy", Over.LAST, Goal.AUTO, diverged)).isNaN();
    assertThat(reward("accuracy", Over.BEST, Goal.AUTO, diverged)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void namesWhatWasMeasured() {
    assertThatThrownBy(
            () -> reward("validation.auc", Over.LAST, Goal.AUTO, outcome("accuracy", 0.5)))
        .isInstanceOf(NasException.class)
        .hasMessage(
            "The reward needs validation.auc, which was not measured; measured were [accuracy]. Set metric to one of these.");
    assertThatThrownBy(() -> reward("auto", Over.LAST, Goal.AUTO, outcome("accuracy", 0.5)))
        .hasMessageStartingWith("The reward needs validation.accuracy or validation.r2");
  }

  @Test
  void checksItsSettings() {
    assertThatThrownBy(() -> new MetricRewardSettings(" ", Over.LAST, 0, Goal.AUTO))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("metric must not be blank");
    assertThatThrownBy(() -> new MetricRewardSettings("auto", Over.LAST, Double.NaN, Goal.AUTO))
        .hasMessage("minus (NaN) must be finite.");
  }
}
