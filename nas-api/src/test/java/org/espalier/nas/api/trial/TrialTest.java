package org.espalier.nas.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.junit.jupiter.api.Test;

class TrialTest {
  private final Proposal proposal = Proposal.of(Architecture.empty(), Fidelity.epochs(10));

  @Test
  void aTrialKnowsOnlyWhatWasToldBeforeIt() {
    assertThat(new Trial(2, proposal, 7, 1).informedBy()).isEqualTo(1);
    assertThatThrownBy(() -> new Trial(0, proposal, 7, 0))
        .hasMessage("number (0) must be positive.");
    assertThatThrownBy(() -> new Trial(2, proposal, 7, 2))
        .hasMessage("informedBy (2) must lie in [0, number (2)).");
    assertThatThrownBy(() -> new Trial(2, proposal, 7, -1))
        .hasMessage("informedBy (-1) must lie in [0, number (2)).");
  }

  @Test
  void aFidelityIsPositive() {
    assertThatThrownBy(() -> Fidelity.epochs(0)).hasMessage("epochs (0) must be positive.");
    assertThatThrownBy(() -> new Fidelity(1, 0))
        .hasMessage("dataFraction (0.0) must lie in (0, 1].");
    assertThatThrownBy(() -> new Fidelity(1, 1.01))
        .hasMessage("dataFraction (1.01) must lie in (0, 1].");
  }

  @Test
  void aProposalMayContinueATrialAndPredictItsReward() {
    assertThat(proposal.continuedTrial()).isNull();
    assertThat(proposal.predictedReward()).isEmpty();
    assertThat(proposal.predicting(0.7).predictedReward()).hasValue(0.7);
    assertThat(new Proposal(Architecture.empty(), Fidelity.epochs(1), 3, null).continuedTrial())
        .isEqualTo(3);
  }

  @Test
  void aRewardIsFiniteOrAbsent() {
    Trial trial = new Trial(1, proposal, 7, 0);
    Outcome failed = Outcome.Failed.of(FailureCause.DIVERGED, "The loss became NaN.");

    assertThat(new TrialResult(trial, failed, null).reward()).isEmpty();
    assertThat(new TrialResult(trial, failed, 0.5).reward()).hasValue(0.5);
    assertThatThrownBy(() -> new TrialResult(trial, failed, Double.NaN))
        .hasMessage("The reward of trial 1 (NaN) must be finite or absent.");
  }

  @Test
  void onlyAFailedTrialMayHaveMeasuredNothing() {
    assertThat(Outcome.Failed.of(FailureCause.EXCEPTION, "It broke.").measurements()).isEmpty();
    assertThatThrownBy(() -> new Outcome.Completed(List.of(), Account.empty()))
        .hasMessage("A completed trial has at least one measurement.");
    assertThatThrownBy(() -> new Outcome.Stopped(List.of(), Account.empty(), "median"))
        .hasMessage("A stopped trial has at least one measurement.");
  }

  @Test
  void metricsAndFactsAreSortedByName() {
    Map<String, Double> metrics = new HashMap<>(Map.of("loss", 1.0, "accuracy", 0.5));
    Measurement measurement = new Measurement(1, metrics);
    metrics.clear();

    assertThat(measurement.metrics().keySet()).containsExactly("accuracy", "loss");
    assertThat(measurement.metric("loss")).hasValue(1);
    assertThat(measurement.metric(Measurement.VALIDATION_LOSS)).isEmpty();
    assertThat(
            new Account(
                    Map.of("parameters", 3.0, "flops", 6.0),
                    Map.of(Phase.VALIDATE, Duration.ofMillis(2), Phase.BUILD, Duration.ofMillis(1)))
                .times()
                .keySet())
        .containsExactly(Phase.BUILD, Phase.VALIDATE);
  }
}
