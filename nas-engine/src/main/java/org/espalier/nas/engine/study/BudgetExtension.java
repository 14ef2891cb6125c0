package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;

/**
 * Comparison of a finished study with one that has a larger budget from the start.
 *
 * <p>A budget affects a controller by the number of proposals that a study requests near its end.
 * If these numbers are the same with the larger budget, the study can go on as it is. Otherwise the
 * controller is asked again from the start: if it makes the recorded proposals for the larger
 * numbers too, these replace the recorded numbers.
 *
 * @param asks the calls of the controller's {@code ask} from which the study goes on
 * @param trials the trials of the last of these calls that are not stored yet
 * @param difference reason why the study differs from one with the larger budget from the start, as
 *     a sentence; empty if it does not
 */
public record BudgetExtension(
    List<RecordedAsk> asks, List<Trial> trials, Optional<String> difference) {

  /** Copies the lists. */
  public BudgetExtension {
    asks = List.copyOf(asks);
    trials = List.copyOf(trials);
  }

  /**
   * Compares a finished study.
   *
   * @param settings the study's settings with the larger budget
   * @param setup its parts; the controller is new, and must not be used afterwards
   */
  public static BudgetExtension of(StudySettings settings, StudySetup setup, StudyJournal journal) {
    return new Comparison(settings, setup, journal.trials(), journal.asks()).run();
  }

  /** The study with the larger budget, as far as trials are stored. */
  private static final class Comparison {
    private final StudySettings settings;
    private final StudySetup setup;
    private final List<StoredTrial> stored;
    private final List<RecordedAsk> recorded;
    private final Map<Integer, RecordedAsk> recordedByTold = new HashMap<>();

    Comparison(
        StudySettings settings,
        StudySetup setup,
        List<StoredTrial> stored,
        List<RecordedAsk> recorded) {
      this.settings = settings;
      this.setup = setup;
      this.stored = stored;
      this.recorded = recorded;
      recorded.forEach(ask -> recordedByTold.put(ask.told(), ask));
    }

    BudgetExtension run() {
      Controller controller = new GuardedController(setup.controller());
      Optional<String> changed = changedRequest(controller.batch());
      if (changed.isEmpty()) {
        return new BudgetExtension(recorded, List.of(), Optional.empty());
      }
      return asked(controller).orElseGet(() -> new BudgetExtension(recorded, List.of(), changed));
    }

    /** Returns a sentence about the first request that the larger budget changes. */
    private Optional<String> changedRequest(int batch) {
      TrialTracker tracker = new TrialTracker(setup.fidelity().epochs());
      AskBudget budget = new AskBudget(settings, batch, tracker);
      int last = recorded.isEmpty() ? -1 : recorded.get(recorded.size() - 1).told();
      for (int told = 0; told <= last; told++) {
        RecordedAsk ask = recordedByTold.getOrDefault(told, new RecordedAsk(told, 0, 0));
        int room = Math.max(0, budget.room());
        if (room != ask.requested()) {
          return Optional.of(
              "Trials from %d on may differ from those of a search with this budget from the start: after %s the controller was asked for %s, and would have been asked for %d."
                  .formatted(
                      tracker.asked() + 1,
                      Counts.of(told, "result"),
                      Counts.of(ask.requested(), "proposal"),
                      room));
        }
        for (int i = 0; i < ask.proposed(); i++) {
          tracker.ask(stored.get(tracker.asked()).trial());
        }
        tell(tracker, told);
      }
      return Optional.empty();
    }

    private Optional<TrialResult> tell(TrialTracker tracker, int told) {
      Optional<TrialResult> next =
          told < tracker.asked() && told < stored.size()
              ? stored.get(told).result()
              : Optional.empty();
      next.ifPresent(
          result -> {
            tracker.finish(result);
            tracker.tell(result);
          });
      return next;
    }

    /**
     * Asks a new controller for all trials; returns empty as soon as a trial differs from the
     * stored one.
     */
    private Optional<BudgetExtension> asked(Controller controller) {
      TrialTracker tracker = new TrialTracker(setup.fidelity().epochs());
      AskBudget budget = new AskBudget(settings, controller.batch(), tracker);
      ContinuationPolicy continuation = new ContinuationPolicy(controller, tracker);
      ProposedTrials numbering = new ProposedTrials(settings, setup.space(), tracker, continuation);
      List<RecordedAsk> asks = new ArrayList<>();
      List<Trial> added = new ArrayList<>();
      boolean goesOn = true;
      while (goesOn && tracker.asked() < stored.size()) {
        int room = budget.room();
        if (room > 0) {
          Set<Integer> continuable = continuation.possible();
          List<Proposal> proposals = controller.ask(room);
          List<Trial> trials = numbering.of(proposals, room, continuable);
          asks.add(new RecordedAsk(tracker.told(), room, trials.size()));
          for (Trial trial : trials) {
            if (trial.number() > stored.size()) {
              added.add(trial);
            } else if (!trial.equals(stored.get(trial.number() - 1).trial())) {
              return Optional.empty();
            }
          }
          trials.forEach(tracker::ask);
          continuation.needed();
        }
        Optional<TrialResult> told = tell(tracker, tracker.told());
        told.ifPresent(
            result -> {
              controller.tell(List.of(result));
              controller.diagnostics();
            });
        goesOn = told.isPresent();
      }
      return tracker.asked() < stored.size()
          ? Optional.empty()
          : Optional.of(new BudgetExtension(asks, added, Optional.empty()));
    }
  }
}
