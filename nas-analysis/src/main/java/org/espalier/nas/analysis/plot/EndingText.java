package org.espalier.nas.analysis.plot;

import java.util.Optional;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/** The description of a trial that ended before its last epoch. */
public final class EndingText {

  private EndingText() {}

  /**
   * Returns the reason and the epoch: {@code stopped after epoch 4 of 10}; empty if the trial used
   * all its epochs.
   */
  public static Optional<String> of(TrialResult result) {
    int planned = result.trial().proposal().fidelity().epochs();
    if (result.epochs() >= planned || result.outcome() instanceof Outcome.Failed) {
      return Optional.empty();
    }
    String who = result.outcome() instanceof Outcome.Stopped ? "stopped" : "ended by its evaluator";
    return Optional.of(who + " after epoch " + result.epochs() + " of " + planned);
  }
}
