package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;

/** One session of a study: its calls of the controller, on the study's thread. */
final class Search {

  /** Maximum attempts before a trial that ends its process or executor is recorded as failed. */
  static final int MAX_ATTEMPTS = 3;

  private final StudySettings settings;
  private final StudySetup setup;
  private final StudyJournal journal;
  private final InstantSource clock;
  private final WallClock wallClock;
  private final SessionTimer times;
  private final GuardedController controller;
  private final ProposedTrials proposed;
  private final TrialTracker tracker;
  private final AskBudget budget;
  private final EvaluationCache cache;
  private final ContinuationPolicy continuation;
  private final ControllerSnapshots snapshots;
  private final Steering steering;
  private final AskWriter writer;
  private final AskBatch asks;
  private final SessionCounts counts = new SessionCounts();
  private Set<Integer> needed = Set.of();
  private int toldAtAsk;
  private boolean exhausted;
  private int lastAsk = -1;

  Search(
      StudySettings settings,
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      WallClock wallClock,
      SessionTimer times,
      SteeringInbox inbox,
      TrialStops stops) {
    this.settings = settings;
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    this.wallClock = wallClock;
    this.times = times;
    this.controller = new GuardedController(setup.controller());
    this.snapshots = new ControllerSnapshots(controller, times);
    this.tracker = new TrialTracker(setup.fidelity().epochs());
    this.budget = new AskBudget(settings, controller.batch(), tracker);
    this.cache = new EvaluationCache(setup.space());
    this.continuation = new ContinuationPolicy(controller, tracker);
    this.proposed = new ProposedTrials(settings, setup.space(), tracker, continuation);
    this.steering =
        new Steering(inbox, setup, tracker, budget, wallClock, stops, journal.steering());
    this.writer = new AskWriter(journal, clock, times, steering);
    this.asks = writer.waiting();
  }

  /** Continues the search from the stored trials until it ends. */
  StudyEnd run(TrialDispatcher dispatcher, List<StoredTrial> stored) {
    SubmittedTrials submitted = new SubmittedTrials(dispatcher, wallClock);
    if (stored.isEmpty()) {
      ask(submitted);
    } else {
      recover(submitted, stored);
    }
    advance(submitted);
    do {
      while (submitted.any()) {
        take(submitted, submitted.event());
        steering.receive();
        submitted.submitHeld();
        advance(submitted);
        submitted.dropLate();
      }
    } while (goesOn(submitted));
    return ending(submitted);
  }

  /** Takes requests that came in at the end; returns true if trials begin for them. */
  private boolean goesOn(SubmittedTrials submitted) {
    if (!submitted.abandoning()) {
      boolean waits = steering.waits();
      submitted.submitHeld();
      if (waits && lastAsk != tracker.told()) {
        ask(submitted);
      }
      advance(submitted);
    }
    return submitted.any();
  }

  private StudyEnd ending(SubmittedTrials submitted) {
    if (exhausted) {
      retain(Set.of());
      return StudyEnd.EXHAUSTED;
    }
    if (tracker.outstanding() == 0 && budget.spent().isPresent()) {
      return budget.spent().get();
    }
    return submitted.abandoning() ? StudyEnd.INTERRUPTED : StudyEnd.WALL_CLOCK;
  }

  /**
   * Restores the state right after the last ask that returned proposals. Later results are told
   * again in the usual way, so that the controller receives the same sequence of calls.
   */
  private void recover(SubmittedTrials submitted, List<StoredTrial> stored) {
    stored.forEach(
        trial -> {
          trial.result().ifPresent(tracker::finish);
          tracker.ask(trial.trial());
        });
    int known =
        times.controller(
            () -> new ControllerRecovery(controller, stored, steering::isEnqueued).run(journal));
    toldAtAsk = known;
    for (int told = 1; told <= known; told++) {
      enter(tracker.nextToTell().orElseThrow());
    }
    steering.recovered();
    retain(times.controller(continuation::needed));
    for (StoredTrial trial : stored) {
      if (trial.result().isEmpty()) {
        repeat(submitted, trial);
      }
    }
  }

  private void repeat(SubmittedTrials submitted, StoredTrial stored) {
    Trial trial = stored.trial();
    if (stored.attempts() < MAX_ATTEMPTS) {
      reused(trial)
          .ifPresentOrElse(this::finish, () -> submit(submitted, trial, stored.attempts() + 1));
      return;
    }
    String message =
        "The process died %d times while trial %d ran."
            .formatted(stored.attempts(), trial.number());
    fail(trial, message);
  }

  private void fail(Trial trial, String message) {
    finish(new TrialResult(trial, Outcome.Failed.of(FailureCause.PROCESS_DIED, message), null));
  }

  /** Attempts a trial again whose executor lost it; the controller is never told of this. */
  private void repeat(SubmittedTrials submitted, TrialEvent.Lost lost) {
    Trial trial = lost.task().trial();
    submitted.returned();
    if (lost.task().attempt() >= MAX_ATTEMPTS) {
      fail(
          trial,
          "Trial %d was lost %d times, the last time because %s."
              .formatted(trial.number(), lost.task().attempt(), lost.reason()));
    } else {
      submitted.submit(lost.task().again());
    }
  }

  /** Tells what is finished and begins what the controller then proposes. */
  private void advance(SubmittedTrials submitted) {
    do {
      try {
        tellFinished(submitted);
      } catch (RuntimeException | Error e) {
        writer.keep(e);
        throw e;
      }
      begin(submitted);
    } while (tracker.nextToTell().isPresent() && !submitted.abandoning());
  }

  private void tellFinished(SubmittedTrials submitted) {
    Optional<TrialResult> next = tracker.nextToTell();
    while (next.isPresent() && !submitted.abandoning() && !asks.due()) {
      tell(next.get());
      ask(submitted);
      next = tracker.nextToTell();
    }
  }

  private void tell(TrialResult result) {
    Map<String, Double> said =
        times.controller(
            () -> {
              if (steering.isEnqueued(result.trial())) {
                controller.observe(List.of(result));
              } else {
                controller.tell(List.of(result));
              }
              return controller.diagnostics();
            });
    asks.told(result.trial().number(), said);
    enter(result);
  }

  /** Passes a told result to all that use it from now on. */
  private void enter(TrialResult result) {
    tracker.tell(result);
    cache.told(result);
    // A study with a larger budget continues from the last ask, also after the end of this one.
    int oldestNeeded = Math.min(tracker.oldestNeeded(), toldAtAsk);
    setup.listeners().forEach(listener -> listener.told(result, oldestNeeded));
  }

  private void ask(SubmittedTrials submitted) {
    if (submitted.abandoning()) {
      return;
    }
    steering.apply();
    int room = wallClock.over() ? 0 : budget.room();
    if (room <= 0) {
      return;
    }
    Set<Integer> continuable = times.controller(continuation::possible);
    List<Trial> trials = new ArrayList<>(steering.enqueue(room, this::enqueued));
    int count = room - trials.size();
    List<Proposal> proposals =
        count == 0 ? List.of() : times.controller(() -> controller.ask(count));
    exhausted = proposals.isEmpty() && tracker.outstanding() == 0;
    List<Trial> own = proposed.of(proposals, count, continuable);
    own.forEach(tracker::ask);
    trials.addAll(own);
    lastAsk = tracker.told();
    asks.asked(new RecordedAsk(lastAsk, count, own.size()), trials);
    steering.asked();
    if (trials.isEmpty()) {
      return;
    }
    snapshots.ifDue(tracker.asked(), tracker.told()).ifPresent(asks::snapshot);
    needed = times.controller(continuation::needed);
  }

  private Trial enqueued(Architecture architecture) {
    return proposed.enqueued(architecture, setup.fidelity());
  }

  /** Stores the asks since the last call and begins their trials. */
  private void begin(SubmittedTrials submitted) {
    toldAtAsk = asks.isEmpty() ? toldAtAsk : asks.told();
    writer.write(this::reused).ifPresent(stored -> begin(submitted, stored));
  }

  private void begin(SubmittedTrials submitted, AskWriter.Stored stored) {
    retain(needed);
    stored.reused().forEach(this::finished);
    Set<Trial> done = stored.reused().stream().map(TrialResult::trial).collect(Collectors.toSet());
    new LongestFirst(setup.space(), settings.workers(), tracker::committedEpochs)
        .ordered(stored.trials().stream().filter(trial -> !done.contains(trial)).toList())
        .forEach(trial -> submit(submitted, trial, 1));
  }

  private void retain(Set<Integer> trials) {
    setup.listeners().forEach(listener -> listener.retained(trials));
  }

  private Optional<TrialResult> reused(Trial trial) {
    return settings.cache() ? cache.result(trial) : Optional.empty();
  }

  private void submit(SubmittedTrials submitted, Trial trial, int attempt) {
    submitted.submit(new TrialTask(trial, tracker.firstTold(trial.informedBy()), attempt));
  }

  /** Stores a result that no worker evaluated. */
  private void finish(TrialResult result) {
    times.store(() -> journal.finished(result, clock.instant()));
    finished(result);
  }

  private void finished(TrialResult result) {
    tracker.finish(result);
    steering.ended(result);
    setup.listeners().forEach(listener -> listener.finished(result));
  }

  private void take(SubmittedTrials submitted, TrialEvent event) {
    if (event instanceof TrialEvent.Finished finished) {
      finished.results().forEach(result -> take(submitted, result));
    } else if (event instanceof TrialEvent.Abandoned) {
      submitted.returned();
    } else if (event instanceof TrialEvent.Lost lost) {
      repeat(submitted, lost);
    } else if (event instanceof TrialEvent.Broken broken) {
      throw broken.asUnchecked();
    }
  }

  private void take(SubmittedTrials submitted, TrialResult result) {
    submitted.returned();
    counts.evaluated(result);
    finished(result);
  }

  /** The controller's diagnostics that are not stored yet. */
  SortedMap<Integer, Map<String, Double>> diagnostics() {
    return asks.laterDiagnostics();
  }

  StudySummary summary(StudyEnd ending, Duration took) {
    return counts.summary(ending, tracker, settings.workers(), took, times);
  }
}
