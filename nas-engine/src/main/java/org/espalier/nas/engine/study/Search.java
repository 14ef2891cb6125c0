package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;

/** One session of a study: its calls of the controller, on the study's thread. */
final class Search {

  /** Maximum attempts before a trial that crashes the process is recorded as failed. */
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
  private final SnapshotSchedule snapshots = new SnapshotSchedule();
  private final List<RecordedAsk> asks = new ArrayList<>();
  private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
  private final SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
  private int toldAtAsk;
  private int running;
  private int evaluated;
  private boolean exhausted;

  Search(
      StudySettings settings,
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      WallClock wallClock,
      SessionTimer times) {
    this.settings = settings;
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    this.wallClock = wallClock;
    this.times = times;
    this.controller = new GuardedController(setup.controller());
    this.tracker = new TrialTracker(setup.fidelity().epochs());
    this.budget = new AskBudget(settings, controller.batch(), tracker);
    this.cache = new EvaluationCache(setup.space());
    this.continuation = new ContinuationPolicy(controller, tracker);
    this.proposed = new ProposedTrials(settings, setup.space(), tracker, continuation);
  }

  /** Continues the search from the stored trials until it ends. */
  StudyEnd run(WorkerPool pool, List<StoredTrial> stored) {
    if (stored.isEmpty()) {
      ask(pool);
    } else {
      recover(pool, stored);
    }
    tellFinished(pool);
    while (running > 0) {
      take(pool.event(wallClock));
      tellFinished(pool);
      if (pool.abandoning() || wallClock.over()) {
        running -= pool.drop();
      }
    }
    return ending(pool);
  }

  private StudyEnd ending(WorkerPool pool) {
    if (exhausted) {
      retain(Set.of());
      return StudyEnd.EXHAUSTED;
    }
    if (tracker.outstanding() == 0 && budget.spent().isPresent()) {
      return budget.spent().get();
    }
    return pool.abandoning() ? StudyEnd.INTERRUPTED : StudyEnd.WALL_CLOCK;
  }

  /**
   * Restores the state right after the last ask that returned proposals. Later results are told
   * again in the usual way, so that the controller receives the same sequence of calls.
   */
  private void recover(WorkerPool pool, List<StoredTrial> stored) {
    stored.forEach(
        trial -> {
          trial.result().ifPresent(tracker::finish);
          tracker.ask(trial.trial());
        });
    int known = times.controller(() -> new ControllerRecovery(controller, stored).run(journal));
    toldAtAsk = known;
    for (int told = 1; told <= known; told++) {
      enter(tracker.nextToTell().orElseThrow());
    }
    retain(times.controller(continuation::needed));
    for (StoredTrial trial : stored) {
      if (trial.result().isEmpty()) {
        repeat(pool, trial);
      }
    }
  }

  private void repeat(WorkerPool pool, StoredTrial stored) {
    Trial trial = stored.trial();
    if (stored.attempts() < MAX_ATTEMPTS) {
      begin(pool, trial);
      return;
    }
    String message =
        "The process died %d times while trial %d ran."
            .formatted(stored.attempts(), trial.number());
    finish(new TrialResult(trial, Outcome.Failed.of(FailureCause.PROCESS_DIED, message), null));
  }

  private void tellFinished(WorkerPool pool) {
    Optional<TrialResult> next = tracker.nextToTell();
    while (next.isPresent() && !pool.abandoning()) {
      tell(next.get());
      ask(pool);
      next = tracker.nextToTell();
    }
  }

  private void tell(TrialResult result) {
    Map<String, Double> said =
        times.controller(
            () -> {
              controller.tell(List.of(result));
              return controller.diagnostics();
            });
    if (!said.isEmpty()) {
      diagnostics.put(result.trial().number(), said);
    }
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

  private void ask(WorkerPool pool) {
    int count = wallClock.over() ? 0 : budget.room();
    if (count <= 0 || pool.abandoning()) {
      return;
    }
    Set<Integer> continuable = times.controller(continuation::possible);
    List<Proposal> proposals = times.controller(() -> controller.ask(count));
    exhausted = proposals.isEmpty() && tracker.outstanding() == 0;
    List<Trial> trials = proposed.of(proposals, count, continuable);
    asks.add(new RecordedAsk(tracker.told(), count, trials.size()));
    if (trials.isEmpty()) {
      return;
    }
    trials.forEach(tracker::ask);
    toldAtAsk = tracker.told();
    store(trials);
    retain(times.controller(continuation::needed));
    new LongestFirst(setup.space(), settings.workers(), tracker::committedEpochs)
        .ordered(trials)
        .forEach(trial -> begin(pool, trial));
  }

  private void store(List<Trial> trials) {
    ControllerSnapshot snapshot =
        snapshots.due(tracker.asked(), times.controller()) ? snapshot() : null;
    AskEntry entry = new AskEntry(trials, asks, diagnostics, snapshot, clock.instant());
    times.store(() -> journal.asked(entry));
    asks.clear();
    diagnostics.clear();
  }

  private ControllerSnapshot snapshot() {
    Duration before = times.controller();
    byte[] state = times.controller(controller::snapshot);
    Duration after = times.controller();
    ControllerSnapshot snapshot = new ControllerSnapshot(tracker.asked(), tracker.told(), state);
    snapshots.taken(snapshot, after, after.minus(before));
    return snapshot;
  }

  private void retain(Set<Integer> trials) {
    setup.listeners().forEach(listener -> listener.retained(trials));
  }

  private void begin(WorkerPool pool, Trial trial) {
    Optional<TrialResult> earlier = settings.cache() ? cache.result(trial) : Optional.empty();
    if (earlier.isPresent()) {
      finish(earlier.get());
    } else if (!wallClock.over()) {
      running++;
      pool.submit(new TrialTask(trial, tracker.firstTold(trial.informedBy())));
    }
  }

  /** Stores a result that no worker evaluated. */
  private void finish(TrialResult result) {
    times.store(() -> journal.finished(result, clock.instant()));
    tracker.finish(result);
    setup.listeners().forEach(listener -> listener.finished(result));
  }

  private void take(WorkerEvent event) {
    if (event instanceof WorkerEvent.Finished finished) {
      TrialResult result = finished.result();
      running--;
      evaluated++;
      result
          .outcome()
          .account()
          .times()
          .forEach((phase, time) -> phases.merge(phase, time, Duration::plus));
      tracker.finish(result);
      setup.listeners().forEach(listener -> listener.finished(result));
    } else if (event instanceof WorkerEvent.Abandoned) {
      running--;
    } else if (event instanceof WorkerEvent.Broken broken) {
      throw broken.asUnchecked();
    }
  }

  /** The controller's diagnostics that are not stored yet. */
  SortedMap<Integer, Map<String, Double>> diagnostics() {
    return diagnostics;
  }

  StudySummary summary(StudyEnd ending, Duration took) {
    return new StudySummary(
        ending,
        tracker.results(),
        tracker.unfinished(),
        evaluated,
        settings.workers(),
        took,
        phases,
        times.controller(),
        times.store());
  }
}
