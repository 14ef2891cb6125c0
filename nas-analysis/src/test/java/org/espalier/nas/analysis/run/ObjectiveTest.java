package org.espalier.nas.analysis.run;

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

class ObjectiveTest {

  @ParameterizedTest
  @CsvSource({
    "validation.accuracy, true, true",
    "validation.macro_f1, true, true",
    "validation.auc, true, true",
    "validation.r2, false, true",
    "validation.mae, false, false",
    "validation.loss, false, false",
    "reward, false, true"
  })
  void knowsWhatAMetricIs(String metric, boolean share, boolean higherIsBetter) {
    Objective objective = new Objective("t", metric, "r");

    assertThat(objective.isShare()).isEqualTo(share);
    assertThat(objective.higherIsBetter()).isEqualTo(higherIsBetter);
  }

  @Test
  void writesAbbreviationsAsUsual() {
    assertThat(new Objective("t", "validation.macro_f1", "r").metricName())
        .isEqualTo("validation macro F1");
    assertThat(new Objective("t", "validation.r2", "r").metricName())
        .isEqualTo("validation R\u00b2");
  }

  @Test
  void takesTheLastEpochThatHasTheMetric() {
    TrialResult result =
        result(
            new Measurement(1, Map.of("validation.r2", 0.1)),
            new Measurement(2, Map.of("validation.r2", 0.4)),
            new Measurement(3, Map.of("loss", 7.0)));

    assertThat(new Objective("t", "validation.r2", "r").valueOf(result)).hasValue(0.4);
    assertThat(new Objective("t", "validation.mae", "r").valueOf(result)).isEmpty();
    assertThat(new Objective("t", Objective.REWARD, "r").valueOf(result)).hasValue(0.25);
  }

  @Test
  void doesNotTakeWhatIsNoNumber() {
    TrialResult result = result(new Measurement(1, Map.of("validation.r2", Double.NaN)));

    assertThat(new Objective("t", "validation.r2", "r").valueOf(result)).isEmpty();
  }

  private static TrialResult result(Measurement... measurements) {
    Proposal proposal = Proposal.of(ExampleRuns.layers("a"), Fidelity.epochs(3));
    return new TrialResult(
        new Trial(1, proposal, 1, 0),
        new Outcome.Completed(List.of(measurements), Account.empty()),
        0.25);
  }
}
