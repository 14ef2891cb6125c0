package org.espalier.nas.engine.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * The completed outcomes that were told, by architecture and fidelity.
 *
 * <p>Only outcomes told before a trial was asked for count, so that its evaluation does not depend
 * on the number of workers.
 */
final class EvaluationCache {

  private record Key(Architecture canonical, Fidelity fidelity) {}

  private final SearchSpace space;
  private final Map<Key, TrialResult> told = new HashMap<>();

  EvaluationCache(SearchSpace space) {
    this.space = space;
  }

  void told(TrialResult result) {
    Long inherited = result.outcome().account().cost().inheritedWeights();
    boolean dependsOnOthers =
        (inherited != null && inherited > 0) || result.trial().proposal().continuedTrial() != null;
    if (result.outcome() instanceof Outcome.Completed && !dependsOnOthers) {
      told.putIfAbsent(key(result.trial().proposal()), result);
    }
  }

  /** The earlier result as this trial's, at a cost that names the earlier trial. */
  Optional<TrialResult> result(Trial trial) {
    TrialResult earlier = told.get(key(trial.proposal()));
    if (earlier == null
        || earlier.trial().number() > trial.informedBy()
        || trial.proposal().continuedTrial() != null) {
      return Optional.empty();
    }
    Outcome outcome = earlier.outcome();
    Cost cost = outcome.account().cost().reusedFrom(earlier.trial().number());
    Account account = new Account(cost, outcome.account().facts(), Map.of());
    return Optional.of(
        new TrialResult(
            trial,
            new Outcome.Completed(outcome.measurements(), account),
            earlier.value(),
            earlier.objectives()));
  }

  private Key key(Proposal proposal) {
    return new Key(space.canonical(proposal.architecture()), proposal.fidelity());
  }
}
