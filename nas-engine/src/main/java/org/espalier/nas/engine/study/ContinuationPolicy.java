package org.espalier.nas.engine.study;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Rules for continuing trials: trials that may be continued, and trials whose state is kept. */
final class ContinuationPolicy {

  private final Controller controller;
  private final TrialTracker tracker;
  private Set<Integer> kept = Set.of();

  ContinuationPolicy(Controller controller, TrialTracker tracker) {
    this.controller = controller;
    this.tracker = tracker;
  }

  /** The trials that the controller may continue when it is asked next. */
  Set<Integer> possible() {
    return controller.continuesTrials() ? controller.continuable() : Set.of();
  }

  /**
   * The trials whose state a study may need that goes on from here, also after it was killed: those
   * that may be continued or are, and those that are not told, which may be continued once they
   * are. Empty if the controller never continues a trial.
   */
  Set<Integer> needed() {
    if (!controller.continuesTrials()) {
      return Set.of();
    }
    Set<Integer> needed = new TreeSet<>(controller.continuable());
    for (Trial trial : tracker.untold()) {
      needed.add(trial.number());
      Optional.ofNullable(trial.proposal().continuedTrial()).ifPresent(needed::add);
    }
    kept = Collections.unmodifiableSet(needed);
    return kept;
  }

  /**
   * Checks the trial that a proposal continues, if any.
   *
   * @param number of the trial that it would become
   * @param possible the trials that the controller declared before it was asked
   * @throws NasException if that trial cannot be continued
   */
  void check(int number, Proposal proposal, Set<Integer> possible) {
    Integer parent = proposal.continuedTrial();
    if (parent == null) {
      return;
    }
    String refused = "Trial %d cannot continue trial %d, as the controller proposed: ";
    String head = refused.formatted(number, parent);
    if (!controller.continuesTrials()) {
      throw new NasException(
          head + "the controller says by continuesTrials() that it never continues one.");
    }
    if (parent < 1 || parent > tracker.told()) {
      throw new NasException(
          head
              + "only trials whose results were told can be; those are %d."
                  .formatted(tracker.told()));
    }
    TrialResult result = tracker.result(parent);
    if (result.outcome() instanceof Outcome.Failed) {
      throw new NasException(head + "it failed.");
    }
    if (!possible.contains(parent) || !kept.contains(parent)) {
      throw new NasException(
          head + "it was not among those that continuable() gave, so that its state is gone.");
    }
    int epochs = proposal.fidelity().epochs();
    if (result.epochs() > epochs) {
      throw new NasException(
          head
              + "epochs (%d) must not be fewer than those of that trial (%d), which count."
                  .formatted(epochs, result.epochs()));
    }
  }
}
