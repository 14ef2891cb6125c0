package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.trial.Proposal;
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
  private int told;
  private int asked;

  /**
   * Creates a recovery.
   *
   * @param controller a new controller
   * @param stored all trials of the journal, in the order of their numbers
   */
  ControllerRecovery(GuardedController controller, List<StoredTrial> stored) {
    this.controller = controller;
    this.stored = stored;
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
              asked = snapshot.asked();
            });
    boolean restored = asked > 0;
    int before = told;
    for (RecordedAsk ask : journal.asks()) {
      if (!restored || ask.told() > before) {
        repeat(ask);
      }
    }
    return told;
  }

  private void repeat(RecordedAsk ask) {
    while (told < ask.told()) {
      TrialResult result = stored.get(told++).result().orElseThrow();
      controller.tell(List.of(result));
      // Stored before; asked for because a study asks after each tell.
      controller.diagnostics();
    }
    List<Proposal> proposed =
        controller.ask(ask.requested()).stream().map(ProposedTrials::storable).toList();
    List<Proposal> recorded =
        stored.subList(asked, asked + ask.proposed()).stream()
            .map(trial -> trial.trial().proposal())
            .toList();
    if (!proposed.equals(recorded)) {
      throw new ControllerMismatchException(asked + 1, told, recorded, proposed);
    }
    asked += ask.proposed();
  }
}
