package org.espalier.nas.testkit;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Results of an experiment of two objectives and a constraint, made of results of one reward. */
final class SeveralObjectivesResults {
  private static final String PARAMETERS = "parameters";
  private static final int BOUND = 1000;

  static final Objectives OBJECTIVES =
      new Objectives(
          List.of(
              Objective.of(Measurement.VALIDATION_ACCURACY, Direction.MAXIMIZE),
              Objective.of(PARAMETERS, Direction.MINIMIZE)),
          false,
          List.of(new Constraint(PARAMETERS, true, BOUND)));

  private SeveralObjectivesResults() {}

  /**
   * Returns a result with the reward as first and a pseudo-random number of parameters as second
   * objective; without a reward, of every second trial one that violates the constraint.
   */
  static TrialResult of(TrialResult rewarded) {
    Trial trial = rewarded.trial();
    double parameters = parameters(trial);
    if (rewarded.succeeded() && rewarded.reward().isPresent()) {
      return valued(rewarded, rewarded.reward().getAsDouble(), parameters);
    }
    boolean infeasible = trial.number() % 2 == 0;
    Outcome outcome =
        new Outcome.Failed(
            rewarded.outcome().measurements(),
            infeasible ? account(BOUND + 1 + parameters) : Account.empty(),
            infeasible ? FailureCause.INFEASIBLE : FailureCause.DIVERGED,
            infeasible ? "The trial violates the constraint." : "The loss became NaN.");
    return new TrialResult(trial, outcome, null);
  }

  /** Returns a result of which one objective is turned round, so that its best is its worst. */
  static TrialResult reversed(TrialResult rewarded, int objective) {
    TrialResult result = of(rewarded);
    if (result.objectives().isEmpty()) {
      return result;
    }
    double first = result.objectives().get(0);
    double second = result.objectives().get(1);
    return objective == 0
        ? valued(rewarded, 1 - first, second)
        : valued(rewarded, first, BOUND - second);
  }

  private static TrialResult valued(TrialResult rewarded, double first, double second) {
    Outcome outcome = rewarded.outcome();
    Outcome valued =
        outcome instanceof Outcome.Stopped stopped
            ? new Outcome.Stopped(stopped.measurements(), account(second), stopped.reason())
            : new Outcome.Completed(outcome.measurements(), account(second));
    return new TrialResult(rewarded.trial(), valued, null, List.of(first, second));
  }

  private static Account account(double parameters) {
    return new Account(Map.of(PARAMETERS, parameters), Map.of());
  }

  private static double parameters(Trial trial) {
    String text = ProposalText.rounded().of(trial.proposal().architecture());
    return Math.floorMod(31 * new StringBuilder(text).reverse().toString().hashCode(), BOUND + 1);
  }
}
