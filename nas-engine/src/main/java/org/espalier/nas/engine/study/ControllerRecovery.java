package org.espalier.nas.engine.study;

import java.util.List;
import java.util.function.Predicate;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;

/**
 * Recovery of a controller's state after the last recorded ask: the last snapshot is restored, and
 * the calls recorded after it are repeated.
 */
final class ControllerRecovery {

  private final GuardedController controller;
  private final List<StoredTrial> stored;
  private final Predicate<Trial> enqueued;
  private final List<Trial> own;
  private int told;
  private int asked;

  /**
   * Creates a recovery.
   *
   * @param controller a new controller
   * @param stored all trials of the journal, in the order of their numbers
   * @param enqueued returns true for trials that the controller did not propose
   */
  ControllerRecovery(
      GuardedController controller, List<StoredTrial> stored, Predicate<Trial> enqueued) {
    this.controller = controller;
    this.stored = stored;
    this.enqueued = enqueued;
    this.own = own(stored);
  }

  /**
   * Recovers the state.
   *
   * @return the number of results that the controller knows
   * @throws ControllerMismatchException if the controller's proposals differ from the recorded ones
   */
  int run(StudyJournal journal) {
    journal
        .snapshot()
        .ifPresent(
            snapshot -> {
              controller.restore(snapshot.bytes());
              controller.toldBefore(snapshot.told());
              told = snapshot.told();
              asked = own(stored.subList(0, snapshot.asked())).size();
            });
    boolean restored = journal.snapshot().isPresent();
    int before = told;
    for (RecordedAsk ask : journal.asks()) {
      if (!restored || ask.told() > before) {
        repeat(ask);
      }
    }
    return told;
  }

  /** Returns the trials that the controller proposed. */
  private List<Trial> own(List<StoredTrial> trials) {
    return trials.stream().map(StoredTrial::trial).filter(enqueued.negate()).toList();
  }

  private void repeat(RecordedAsk ask) {
    while (told < ask.told()) {
      TrialResult result = stored.get(told++).result().orElseThrow();
      if (enqueued.test(result.trial())) {
        controller.observe(List.of(result));
      } else {
        controller.tell(List.of(result));
      }
      // Stored before; asked for because a study asks after each tell.
      controller.diagnostics();
    }
    if (ask.requested() == 0) {
      return;
    }
    List<Proposal> proposed =
        controller.ask(ask.requested()).stream().map(ProposedTrials::storable).toList();
    List<Trial> recorded = own.subList(asked, asked + ask.proposed());
    List<Proposal> before = recorded.stream().map(Trial::proposal).toList();
    if (!proposed.equals(before)) {
      int first = recorded.isEmpty() ? stored.size() + 1 : recorded.get(0).number();
      throw new ControllerMismatchException(first, told, before, proposed);
    }
    asked += ask.proposed();
  }
}
