package org.espalier.nas.cli.explain;

import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.engine.study.Budget;

/**
 * Where a budget cuts a plan off, if its rungs follow one another.
 *
 * @param trials the trials that are run
 * @param round in which the search ends, from 1
 * @param rung to which the last trial belongs
 * @param ofRung how many trials of that rung are run
 */
record PlanEnd(long trials, long round, Plan.Rung rung, long ofRung) {

  /** Finds it; empty if the budget suffices, or limits nothing but time. */
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

  /** The trials until so many epochs have been trained; the last one is finished. */
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
        "after %,d trials, in round %,d, bracket %d, rung %d (%,d of its %,d trials)",
        trials,
        round,
        rung.bracket(),
        rung.rung(),
        ofRung,
        rung.trials());
  }
}
