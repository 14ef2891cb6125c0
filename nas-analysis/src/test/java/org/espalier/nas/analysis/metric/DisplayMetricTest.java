package org.espalier.nas.analysis.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayMetricTest {

  @ParameterizedTest
  @CsvSource({
    "validation.accuracy, true, true",
    "validation.macro-f1, true, true",
    "validation.micro-f1, true, true",
    "validation.exact-match, true, true",
    "validation.auc, true, true",
    "validation.r2, false, true",
    "validation.mae, false, false",
    "validation.loss, false, false",
    "reward, false, true"
  })
  void knowsWhatAMetricIs(String metric, boolean share, boolean higherIsBetter) {
    DisplayMetric shown = new DisplayMetric(metric);

    assertThat(shown.isFraction()).isEqualTo(share);
    assertThat(shown.isMaximized()).isEqualTo(higherIsBetter);
  }

  @ParameterizedTest
  @CsvSource({
    "value, minus value in the last epoch, false",
    "value, value in the best epoch, true",
    "value, minus values in the best epoch, true",
    "validation.loss, validation.loss in the last epoch, true",
    "validation.r2, minus validation.r2 in the last epoch, false",
    "validation.mae, a reward of a plugin, false"
  })
  void aRewardThatIsTheMetricStatesTheDirection(String metric, String reward, boolean maximized) {
    assertThat(DisplayMetric.rewarded(metric, reward).isMaximized()).isEqualTo(maximized);
  }

  @Test
  void writesAbbreviationsAsUsual() {
    assertThat(new DisplayMetric("validation.macro-f1").label()).isEqualTo("validation macro F1");
    assertThat(new DisplayMetric("validation.r2").label()).isEqualTo("validation R\u00b2");
  }

  @Test
  void takesTheLastEpochThatHasTheMetric() {
    TrialResult result =
        result(
            new Measurement(1, Map.of("validation.r2", 0.1)),
            new Measurement(2, Map.of("validation.r2", 0.4)),
            new Measurement(3, Map.of("loss", 7.0)));

    assertThat(new DisplayMetric("validation.r2").valueOf(result)).hasValue(0.4);
    assertThat(new DisplayMetric("validation.mae").valueOf(result)).isEmpty();
    assertThat(new DisplayMetric(DisplayMetric.REWARD).valueOf(result)).hasValue(0.25);
  }

  @Test
  void doesNotTakeWhatIsNoNumber() {
    TrialResult result = result(new Measurement(1, Map.of("validation.r2", Double.NaN)));

    assertThat(new DisplayMetric("validation.r2").valueOf(result)).isEmpty();
  }

  private static TrialResult result(Measurement... measurements) {
    Proposal proposal = Proposal.of(ExampleRuns.layers("a"), Fidelity.epochs(3));
    return new TrialResult(
        new Trial(1, proposal, 1, 0),
        new Outcome.Completed(List.of(measurements), Account.empty()),
        0.25);
  }
}
