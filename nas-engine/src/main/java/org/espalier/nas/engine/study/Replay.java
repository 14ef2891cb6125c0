package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;

/**
 * Feeds a recorded search to a controller without evaluating anything: the controller is called as
 * {@link Study} called it, on the caller's thread, and told the recorded results.
 */
public final class Replay {
  private final StudySettings settings;
  private final int fullEpochs;
  private final List<StoredTrial> recorded;
  private final List<SteeringEvent> steering;

  /**
   * Prepares the replay of a search.
   *
   * @param settings the settings of the study
   * @param fullEpochs the most that one trial was trained
   * @param study the recorded search
   */
  public Replay(StudySettings settings, int fullEpochs, StoredStudy study) {
    this.settings = settings;
    this.fullEpochs = fullEpochs;
    this.recorded = study.trials();
    this.steering = study.steering().stream().filter(SteeringEvent::changedSearch).toList();
  }

  /**
   * The outcome of a replay.
   *
   * @param told number of results told
   * @param same number of proposals, from the first, that match the recording
   * @param difference the first difference, or empty
   * @param next the next proposals; empty if the controller waits for results, or has no more
   */
  public record Outcome(int told, int same, Optional<Difference> difference, List<Proposal> next) {
    /** Copies. */
    public Outcome {
      next = List.copyOf(next);
    }
  }

  /**
   * The first difference between a controller's proposals and the recording.
   *
   * @param trial the number of the trial that differs
   * @param told number of results told before
   * @param recorded the recorded proposal; empty if there was none
   * @param proposed the present proposal; empty if there is none
   */
  public record Difference(
      int trial, int told, Optional<Proposal> recorded, Optional<Proposal> proposed) {}

  /**
   * Compares a controller's proposals with the recorded ones; ends at the first difference.
   *
   * @param controller freshly made, of the recorded settings
   * @param until maximum number of results to tell
   */
  public Outcome verify(Controller controller, int until) {
    Controller guarded = new GuardedController(controller);
    TrialTracker tracker = new TrialTracker(fullEpochs);
    AskBudget budget = new AskBudget(settings, guarded.batch(), tracker);
    while (true) {
      steer(budget, tracker.told());
      trialsAfter(tracker.told()).filter(this::isEnqueued).forEach(tracker::ask);
      List<Trial> asked = askedAfter(tracker.told());
      int room = pastTimeLimit(tracker.told()) ? 0 : budget.room();
      List<Proposal> proposed = room > 0 ? guarded.ask(room) : List.of();
      boolean end = asked.isEmpty() && tracker.asked() == recorded.size();
      if (!end) {
        Optional<Difference> difference = difference(asked, proposed, tracker);
        if (difference.isPresent()) {
          return new Outcome(tracker.told(), difference.get().trial() - 1, difference, List.of());
        }
      }
      asked.forEach(tracker::ask);
      Optional<TrialResult> next = nextResult(tracker.told(), until);
      if (next.isEmpty() || (end && !proposed.isEmpty())) {
        return new Outcome(
            tracker.told(), tracker.asked(), Optional.empty(), end ? proposed : List.of());
      }
      if (isEnqueued(next.get().trial())) {
        guarded.observe(List.of(next.get()));
      } else {
        guarded.tell(List.of(next.get()));
      }
      tracker.finish(next.get());
      tracker.tell(next.get());
    }
  }

  /**
   * Tells a controller that did not make the recorded proposals their results, and finds out what
   * it would propose in their place.
   *
   * @param controller freshly made
   * @param until maximum number of results to tell
   */
  public Outcome suggest(Controller controller, int until) {
    Controller guarded = new GuardedController(controller);
    int same = 0;
    int told = 0;
    Optional<Difference> first = Optional.empty();
    Optional<TrialResult> next = nextResult(told, until);
    while (next.isPresent()) {
      List<Trial> asked = askedAfter(told);
      if (!asked.isEmpty()) {
        List<Proposal> proposed = guarded.ask(asked.size());
        same += matches(asked, proposed);
        Optional<Difference> difference = difference(asked, proposed, told);
        first = first.or(() -> difference);
      }
      guarded.tell(List.of(next.get()));
      told++;
      next = nextResult(told, until);
    }
    return new Outcome(told, same, first, guarded.ask(guarded.batch()));
  }

  /** Applies the commands that took effect when so many results had been told. */
  private void steer(AskBudget budget, int told) {
    for (SteeringEvent event : steering) {
      // The place of a stopped trial is a step.
      if (event.place() == told && !(event.command() instanceof SteeringCommand.StopTrial)) {
        budget.take(event.command());
      }
    }
  }

  /** The trials that were proposed when so many results had been told. */
  private List<Trial> askedAfter(int told) {
    return trialsAfter(told).filter(trial -> !isEnqueued(trial)).toList();
  }

  private Stream<Trial> trialsAfter(int told) {
    return recorded.stream().map(StoredTrial::trial).filter(trial -> trial.informedBy() == told);
  }

  /**
   * Returns true if the search did not ask then, since its time was over until a person raised the
   * limit.
   */
  private boolean pastTimeLimit(int told) {
    return steering.stream()
        .filter(event -> event.place() > told && changesTimeLimit(event))
        .mapToInt(SteeringEvent::place)
        .min()
        .stream()
        .anyMatch(
            place ->
                recorded.stream()
                    .mapToInt(stored -> stored.trial().informedBy())
                    .noneMatch(asked -> asked >= told && asked < place));
  }

  private static boolean changesTimeLimit(SteeringEvent event) {
    return event.command() instanceof SteeringCommand.ChangeBudget change
        && change.wallClock() != null;
  }

  private boolean isEnqueued(Trial trial) {
    return steering.stream()
        .anyMatch(
            event -> event.enqueuedTrial().filter(number -> number == trial.number()).isPresent());
  }

  /** The result that was told after so many others; empty if it is not there or not wanted. */
  private Optional<TrialResult> nextResult(int told, int until) {
    return told < Math.min(until, recorded.size()) ? recorded.get(told).result() : Optional.empty();
  }

  private static int matches(List<Trial> asked, List<Proposal> proposed) {
    int same = 0;
    for (int i = 0; i < Math.min(asked.size(), proposed.size()); i++) {
      same += asked.get(i).proposal().equals(proposed.get(i)) ? 1 : 0;
    }
    return same;
  }

  private static Optional<Difference> difference(
      List<Trial> asked, List<Proposal> proposed, TrialTracker tracker) {
    Optional<Difference> found = difference(asked, proposed, tracker.told());
    return found.map(
        difference ->
            asked.isEmpty()
                ? new Difference(
                    tracker.asked() + 1, tracker.told(), Optional.empty(), difference.proposed())
                : difference);
  }

  private static Optional<Difference> difference(
      List<Trial> asked, List<Proposal> proposed, int told) {
    List<Proposal> before = new ArrayList<>();
    asked.forEach(trial -> before.add(trial.proposal()));
    for (int i = 0; i < Math.max(before.size(), proposed.size()); i++) {
      Optional<Proposal> then = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      Optional<Proposal> now =
          i < proposed.size() ? Optional.of(proposed.get(i)) : Optional.empty();
      if (!then.equals(now)) {
        int first = asked.isEmpty() ? told + 1 : asked.get(0).number();
        return Optional.of(new Difference(first + i, told, then, now));
      }
    }
    return Optional.empty();
  }
}
