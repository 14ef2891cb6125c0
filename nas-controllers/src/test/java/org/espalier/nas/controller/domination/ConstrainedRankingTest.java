package org.espalier.nas.controller.domination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConstrainedRankingTest {
  private static final Objectives TWO =
      new Objectives(
          List.of(
              Objective.of("accuracy", Direction.MAXIMIZE),
              Objective.of("parameters", Direction.MINIMIZE)),
          false,
          List.of(new Constraint("parameters", true, 100)));

  private static TrialQuality feasible(Double... losses) {
    return new TrialQuality(List.of(losses), 0);
  }

  private static TrialQuality infeasible(double violation) {
    return new TrialQuality(List.of(), violation);
  }

  @Test
  void frontsComeFirstThenViolationsThenFailures() {
    TrialQuality failed = infeasible(Double.POSITIVE_INFINITY);
    ConstrainedRanking ranking =
        ConstrainedRanking.of(
            List.of(
                failed,
                infeasible(0.5),
                feasible(2.0, 2.0),
                infeasible(0.25),
                feasible(1.0, 2.0),
                feasible(2.0, 1.0),
                infeasible(Double.MAX_VALUE)));

    assertThat(ranking.bestFirst()).containsExactly(4, 5, 2, 3, 1, 6, 0);
    assertThat(ranking.best()).isEqualTo(4);
    assertThat(List.of(ranking.rank(4), ranking.rank(5), ranking.rank(2), ranking.rank(0)))
        .containsExactly(0, 0, 1, 5);
  }

  @Test
  void withinAFrontTheLessCrowdedComeFirst() {
    ConstrainedRanking ranking =
        ConstrainedRanking.of(
            List.of(
                feasible(0.0, 4.0),
                feasible(0.5, 3.5),
                feasible(1.0, 3.0),
                feasible(3.0, 1.0),
                feasible(4.0, 0.0),
                feasible(3.0, 1.0)));

    assertThat(ranking.bestFirst()).containsExactly(0, 4, 3, 2, 1, 5);
  }

  @Test
  void oneObjectiveIsOrderedByItAndThenByIndex() {
    ConstrainedRanking ranking =
        ConstrainedRanking.of(
            List.of(feasible(2.0), feasible(1.0), feasible(2.0), feasible(1.0), feasible(1.0)));

    assertThat(ranking.bestFirst()).containsExactly(1, 3, 4, 0, 2);
  }

  @Test
  void resultsAreComparedByLossesOrViolation() {
    assertThat(quality(completed(null, 0.75, 50.0))).isEqualTo(feasible(-0.75, 50.0));
    assertThat(TrialQuality.of(completed(0.75), Objectives.reward())).isEqualTo(feasible(-0.75));
    assertThat(quality(failed(FailureCause.INFEASIBLE, 150))).isEqualTo(infeasible(0.5));
    assertThat(quality(failed(FailureCause.INFEASIBLE, 50)))
        .isEqualTo(infeasible(Double.MIN_VALUE));
    assertThat(quality(failed(FailureCause.INFEASIBLE, Double.NaN)))
        .isEqualTo(infeasible(Double.MAX_VALUE));
    assertThat(quality(failed(FailureCause.DIVERGED, 50)).isFailed()).isTrue();
    assertThat(quality(completed(0.75)).isFailed()).as("no objectives").isTrue();
    assertThat(TrialQuality.of(completed(null), Objectives.reward()).isFailed())
        .as("no reward")
        .isTrue();
  }

  @Test
  void lossesWithAViolationAreRefused() {
    assertThatThrownBy(() -> new TrialQuality(List.of(1.0), 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A trial has losses ([1.0]) if and only if its violation (0.5) is 0.");
    assertThatThrownBy(() -> infeasible(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> infeasible(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TrialQuality quality(TrialResult result) {
    return TrialQuality.of(result, TWO);
  }

  private static Trial trial() {
    return new Trial(1, Proposal.of(Architecture.empty(), Fidelity.epochs(1)), 1, 0);
  }

  private static TrialResult completed(@Nullable Double reward, Double... objectives) {
    Outcome outcome =
        new Outcome.Completed(
            List.of(new Measurement(1, Map.of("accuracy", 0.5))), Account.empty());
    return new TrialResult(trial(), outcome, reward, List.of(objectives));
  }

  private static TrialResult failed(FailureCause cause, double parameters) {
    Account account = new Account(Map.of("parameters", parameters), Map.of());
    return new TrialResult(trial(), new Outcome.Failed(List.of(), account, cause, "failed"), null);
  }
}
