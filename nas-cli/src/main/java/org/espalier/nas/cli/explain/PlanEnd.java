package org.espalier.nas.cli.explain;

import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.study.Budget;

/**
 * The point at which a budget ends a plan whose rungs run in sequence.
 *
 * @param trials number of trials that are run
 * @param round round in which the search ends, counted from 1
 * @param rung rung of the last trial
 * @param ofRung number of trials of that rung that are run
 */
record PlanEnd(long trials, long round, Plan.Rung rung, long ofRung) {

  /** Returns the end; empty if the budget covers the plan, or limits only the time. */
  static Optional<PlanEnd> of(Plan plan, Budget budget) {
    long trials = Long.MAX_VALUE;
    Integer ofTrials = budget.trials();
    if (ofTrials != null) {
      trials = ofTrials;
    }
    Integer ofEpochs = budget.epochs();
    if (ofEpochs != null) {
      trials = Math.min(trials, trialsFor(plan, ofEpochs));
    }
    boolean suffices = plan.rounds() > 0 && trials / plan.rounds() >= plan.trials();
    return suffices || trials == Long.MAX_VALUE ? Optional.empty() : Optional.of(at(plan, trials));
  }

  /** Returns the number of trials until {@code epochs} are trained; the last trial is finished. */
  private static long trialsFor(Plan plan, long epochs) {
    long rounds = (epochs - 1) / plan.epochs();
    long left = epochs - rounds * plan.epochs();
    long trials = rounds * plan.trials();
    for (Plan.Rung rung : plan.rungs()) {
      if (rung.epochs() >= left) {
        long each = rung.epochs() / rung.trials();
        return trials + (left + each - 1) / each;
      }
      left -= rung.epochs();
      trials += rung.trials();
    }
    return trials;
  }

  private static PlanEnd at(Plan plan, long trials) {
    long rounds = (trials - 1) / plan.trials();
    long left = trials - rounds * plan.trials();
    int index = 0;
    while (left > plan.rungs().get(index).trials()) {
      left -= plan.rungs().get(index).trials();
      index++;
    }
    return new PlanEnd(trials, rounds + 1, plan.rungs().get(index), left);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "after %s, in round %,d, bracket %d, rung %d (%,d of its %s)",
        Words.count(trials, "trial"),
        round,
        rung.bracket(),
        rung.rung(),
        ofRung,
        Words.count(rung.trials(), "trial"));
  }
}
