package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StudyJournal;
import org.jspecify.annotations.Nullable;

/**
 * Commands of people in a session of a study, used by the study's thread alone.
 *
 * <p>A command that changes what is proposed takes effect between a tell and the ask after it. Its
 * place in the journal is the number of results told until then, so that the same command at the
 * same place gives the same search, for any number of workers.
 */
final class Steering {

  private final SteeringInbox inbox;
  private final SearchSpace space;
  private final TrialTracker tracker;
  private final AskBudget budget;
  private final List<StudyListener> listeners;
  private final WallClock wallClock;
  private final TrialStops stops;
  private final List<SteeringRequest> waiting = new ArrayList<>();
  private final Map<Integer, SteeringRequest> stopping = new LinkedHashMap<>();
  private final List<SteeringEvent> recorded = new ArrayList<>();
  private final List<SteeringEvent> repeated = new ArrayList<>();
  private final List<SteeringEvent> unstored = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<Integer> enqueued = new HashSet<>();

  /** Number of unstored events before an ask that is not complete, or null. */
  private @Nullable Integer asking;

  /**
   * Creates the steering of a session.
   *
   * @param before the commands of earlier sessions
   */
  Steering(
      SteeringInbox inbox,
      StudySetup setup,
      TrialTracker tracker,
      AskBudget budget,
      WallClock wallClock,
      TrialStops stops,
      List<SteeringEvent> before) {
    this.inbox = inbox;
    this.space = setup.space();
    this.listeners = setup.listeners();
    this.tracker = tracker;
    this.budget = budget;
    this.wallClock = wallClock;
    this.stops = stops;
    for (SteeringEvent event : before) {
      recorded.add(event);
      taken.add(event.request());
      event.enqueuedTrial().ifPresent(enqueued::add);
      if (event.changedSearch() && event.command() instanceof SteeringCommand.StopTrial stop) {
        stops.stop(stop.trial(), event.place());
      } else if (event.changedSearch()) {
        repeated.add(event);
      }
    }
  }

  /** Returns true if a person enqueued the trial: the controller did not propose it. */
  boolean isEnqueued(Trial trial) {
    return enqueued.contains(trial.number());
  }

  /** Repeats the effects of commands up to the last recorded ask, and takes requests. */
  void recovered() {
    repeat(tracker.told());
    if (recorded.stream().anyMatch(event -> limits(event.command()))) {
      announce();
    }
    receive();
  }

  /** Takes requests that came in since the last call, and those that need no place of their own. */
  void receive() {
    for (SteeringRequest request : inbox.received()) {
      if (taken.contains(request.id())) {
        inbox.remove(request.id());
      } else if (waiting.stream().noneMatch(known -> known.id().equals(request.id()))) {
        waiting.add(request);
      }
    }
    for (SteeringRequest request : List.copyOf(waiting)) {
      if (!inbox.holds(request)) {
        withdraw(request);
      }
    }
    for (SteeringRequest request : List.copyOf(waiting)) {
      if (request.command() instanceof SteeringCommand.StopTrial stop) {
        stop(request, stop.trial());
      } else if (!request.command().changesSearch()) {
        if (isDue(request)) {
          record(request, tracker.told(), null, null);
        }
      } else if (isReached(request)
          && request.command() instanceof SteeringCommand.ChangeBudget change
          && change.wallClock() != null) {
        // Time passes without results too, which would be a place.
        wallClock.limit(change.wallClock());
      }
    }
  }

  private void withdraw(SteeringRequest request) {
    waiting.remove(request);
    if (request.command() instanceof SteeringCommand.StopTrial stop) {
      stops.withdraw(stop.trial());
    } else if (request.command() instanceof SteeringCommand.ChangeBudget change
        && change.wallClock() != null) {
      wallClock.limit(budget.wallClock());
    }
  }

  private void stop(SteeringRequest request, int trial) {
    if (trial > tracker.asked()) {
      if (request.place() == null) {
        refuse(request, "There is no trial %d yet.".formatted(trial));
      } else {
        stops.stop(trial, request.place());
      }
      return;
    }
    stops.stop(trial, request.place() == null ? 0 : request.place());
    stopping.put(trial, request);
    tracker.finishedResult(trial).ifPresent(this::ended);
  }

  /** Records that a trial was stopped, if somebody asked for it. */
  void ended(TrialResult result) {
    int trial = result.trial().number();
    SteeringRequest request = stopping.remove(trial);
    if (request == null) {
      return;
    }
    Optional<Integer> step = TrialStops.step(result);
    if (step.isPresent() && !isStopped(trial)) {
      // Also if it was withdrawn meanwhile, too late.
      record(request, step.get(), null, null);
    } else if (waiting.contains(request)) {
      refuse(request, "Trial %d had ended.".formatted(trial));
    }
  }

  private boolean isStopped(int trial) {
    return recorded.stream()
        .anyMatch(
            event ->
                event.changedSearch()
                    && event.command() instanceof SteeringCommand.StopTrial stop
                    && stop.trial() == trial);
  }

  /**
   * Returns true if a command can take effect here. After a resume, those that are recorded come
   * first, at their places.
   */
  private boolean isDue(SteeringRequest request) {
    return isReached(request) && repeated.isEmpty();
  }

  private boolean isReached(SteeringRequest request) {
    return request.place() == null || request.place() <= tracker.told();
  }

  /** Applies the commands whose place is here, after a tell or before the first ask. */
  void apply() {
    receive();
    int told = tracker.told();
    repeat(told);
    for (SteeringRequest request : List.copyOf(waiting)) {
      SteeringCommand command = request.command();
      if (isDue(request) && limits(command)) {
        budget.take(command);
        record(request, told, null, null);
        announce();
      }
    }
  }

  /** Repeats the effects of recorded commands up to a place; their trials are known already. */
  private void repeat(int told) {
    List<SteeringEvent> due = repeated.stream().filter(event -> event.place() <= told).toList();
    repeated.removeAll(due);
    due.forEach(event -> budget.take(event.command()));
  }

  /** Tells the listeners the limit that is in force after all recorded commands. */
  private void announce() {
    Integer trials = budget.trialsAfter(recorded);
    listeners.forEach(listener -> listener.limited(trials));
  }

  private static boolean limits(SteeringCommand command) {
    return command instanceof SteeringCommand.StopStudy
        || command instanceof SteeringCommand.ChangeBudget;
  }

  /** Converts an enqueued architecture into a trial. */
  interface Numbering {
    Trial trial(Architecture architecture);
  }

  /**
   * Returns the trials of enqueued architectures for which there is room; the tracker knows them
   * then. Their commands are stored only with the ask to which they belong, see {@link #asked}.
   */
  List<Trial> enqueue(int room, Numbering numbering) {
    List<Trial> trials = new ArrayList<>();
    asking = unstored.size();
    for (SteeringRequest request : List.copyOf(waiting)) {
      if (isDue(request)
          && trials.size() < room
          && request.command() instanceof SteeringCommand.EnqueueArchitecture enqueue) {
        Optional<Architecture> found = new TypedArchitecture(enqueue.architecture()).in(space);
        if (found.isEmpty()) {
          refuse(
              request,
              "%s is no architecture of the search space. Type its choices in order, as nas trials shows those of a trial."
                  .formatted(enqueue.architecture()));
        } else {
          Trial trial = numbering.trial(found.get());
          trials.add(trial);
          enqueued.add(trial.number());
          tracker.ask(trial);
          record(request, tracker.told(), trial.number(), null);
        }
      }
    }
    return trials;
  }

  /** Called when the ask to which enqueued architectures belong is complete. */
  void asked() {
    asking = null;
  }

  /** Returns true if requests wait that could let a search go on that is at its end. */
  boolean waits() {
    receive();
    return waiting.stream()
        .anyMatch(
            request ->
                request.command() instanceof SteeringCommand.EnqueueArchitecture
                    || request.command() instanceof SteeringCommand.ChangeBudget);
  }

  private void refuse(SteeringRequest request, String reason) {
    record(request, tracker.told(), null, reason);
  }

  private void record(
      SteeringRequest request, int place, @Nullable Integer trial, @Nullable String refusal) {
    SteeringEvent event =
        new SteeringEvent(
            recorded.size() + 1,
            request.id(),
            request.at(),
            request.command(),
            place,
            trial,
            refusal);
    waiting.remove(request);
    recorded.add(event);
    unstored.add(event);
    taken.add(request.id());
  }

  /** Returns true if there are commands that {@link #store} would store. */
  boolean isUnstored() {
    return !storable().isEmpty();
  }

  private List<SteeringEvent> storable() {
    return asking == null ? unstored : unstored.subList(0, asking);
  }

  /** Stores the commands taken since the last call. */
  void store(StudyJournal journal) {
    storable().forEach(journal::steered);
  }

  /** Removes the requests of the commands, which are stored. */
  void stored() {
    storable().forEach(event -> inbox.remove(event.request()));
    storable().clear();
  }
}
