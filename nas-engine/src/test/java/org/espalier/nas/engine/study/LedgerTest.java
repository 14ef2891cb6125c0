package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static TrialResult completed(double accuracy, Duration training) {
    Architecture architecture =
        new Architecture(List.of(new Choice.Option("layer 1", 1, "(128, relu)")));
    Proposal proposal = new Proposal(architecture, new Fidelity(2, 0.5), null, 0.25);
    List<Measurement> measured =
        List.of(new Measurement(1, Map.of("loss", 1.5, "accuracy", accuracy)));
    Account account = new Account(Map.of("parameters", 10.0), Map.of(Phase.TRAIN, training));
    return new TrialResult(
        new Trial(1, proposal, -5, 0), new Outcome.Completed(measured, account), accuracy);
  }

  private static TrialResult failed(String message) {
    Proposal proposal = new Proposal(Architecture.empty(), Fidelity.epochs(3), 1, null);
    return new TrialResult(
        new Trial(2, proposal, 9, 1), Outcome.Failed.of(FailureCause.EXCEPTION, message), null);
  }

  @Test
  void readsAsIsWritten() {
    Ledger ledger = Ledger.of(List.of(failed("why"), completed(1.0 / 3, Duration.ZERO)));

    assertThat(ledger.text())
        .isEqualTo(
            """
            trial 1
              architecture [(128, relu)]
              epochs 2
              data 0.5
              predicted 0.25
              seed -5
              informed by 0
              step 1 accuracy=0.3333333333333333 loss=1.5
              facts parameters=10.0
              outcome completed
              reward 0.3333333333333333
            trial 2
              architecture []
              epochs 3
              data 1.0
              continues 1
              seed 9
              informed by 1
              facts
              outcome failed EXCEPTION
            """);
  }

  @Test
  void differsInTheLastBitButNotInTimesOrMessages() {
    Ledger ledger = Ledger.of(List.of(completed(0.3, Duration.ZERO), failed("at 0x12")));

    assertThat(Ledger.of(List.of(completed(0.3, Duration.ofSeconds(1)), failed("at 0x34"))).hash())
        .isEqualTo(ledger.hash())
        .hasSize(64);
    assertThat(Ledger.of(List.of(completed(Math.nextUp(0.3), Duration.ZERO), failed(""))).hash())
        .isNotEqualTo(ledger.hash());
  }
}
