package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.testkit.StoppingRuleContract;
import org.junit.jupiter.api.Test;

/** Tests the contract of stopping rules. */
class HedgerowTest extends StoppingRuleContract {
  private static final String ACCURACY = Measurement.VALIDATION_ACCURACY;

  @Override
  protected StoppingRule rule() {
    return new Hedgerow(new HedgerowSettings(ACCURACY, 0.1, 1));
  }

  @Override
  protected List<Situation> hopeless() {
    return List.of(situation(0.5, 0.6, 0.65), situation(0.2, 0.3));
  }

  @Override
  protected List<Situation> promising() {
    // The first epoch is never judged, and 0.75 is within 0.1 of the best trial's 0.8.
    return List.of(situation(0.1), situation(0.1, 0.75), situation(0.7, 0.9));
  }

  @Test
  void theReasonNamesBothValues() {
    Situation behind = situation(0.5, 0.6);

    assertThat(rule().reasonToStop(behind.trial(), behind.measured(), behind.known()))
        .isEqualTo(
            Optional.of("validation.accuracy was 0.6000 after epoch 2, the best trial's was 0.8000"));
  }

  /** Returns a trial with these accuracies, and a known one that had 0.7, 0.8 and 0.9. */
  private static Situation situation(double... accuracies) {
    Outcome best = new Outcome.Completed(curve(0.7, 0.8, 0.9), Account.empty());
    return new Situation(
        trial(2), curve(accuracies), List.of(new TrialResult(trial(1), best, 0.9)));
  }

  private static List<Measurement> curve(double... accuracies) {
    List<Measurement> measured = new ArrayList<>();
    for (double accuracy : accuracies) {
      measured.add(new Measurement(measured.size() + 1, Map.of(ACCURACY, accuracy)));
    }
    return measured;
  }

  private static Trial trial(int number) {
    Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(3));
    return new Trial(number, proposal, number, number - 1);
  }
}
