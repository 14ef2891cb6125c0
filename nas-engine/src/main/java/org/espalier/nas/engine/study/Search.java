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
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.ControllerSnapshot;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyJournal;

/** One session of a study: the asking and telling, on the study's thread. */
final class Search {

  /** As often a trial may take the process with it before it is given up. */
  static final int MOST_ATTEMPTS = 3;

  private final StudySettings settings;
  private final StudySetup setup;
  private final StudyJournal store;
  private final InstantSource clock;
  private final WallClock wallClock;
  private final TimeBook times;
  private final GuardedController controller;
  private final RandomStreams random;
  private final TrialBook book;
  private final AskRule rule;
  private final EvaluationCache cache;
  private final Continuation continuation;
  private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
  private final SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
  private int running;
  private int evaluated;
  private boolean exhausted;

  Search(
      StudySettings settings,
      StudySetup setup,
      StudyJournal store,
      InstantSource clock,
      WallClock wallClock,
      TimeBook times) {
    this.settings = settings;
    this.setup = setup;
    this.store = store;
    this.clock = clock;
    this.wallClock = wallClock;
    this.times = times;
    this.controller = new GuardedController(setup.controller());
    this.random = new RandomStreams(settings.seed());
    this.book = new TrialBook(setup.fidelity().epochs());
    this.rule = new AskRule(settings, controller.batch(), book);
    this.cache = new EvaluationCache(setup.space());
    this.continuation = new Continuation(controller, book);
  }

  /** Searches on from what is stored until there is a reason to end. */
  Ending run(WorkerPool pool, List<StoredTrial> stored) {
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

  private Ending ending(WorkerPool pool) {
    if (exhausted) {
      retain(Set.of());
      return Ending.EXHAUSTED;
    }
    if (book.outstanding() == 0 && rule.spent().isPresent()) {
      return rule.spent().get();
    }
    return pool.abandoning() ? Ending.INTERRUPTED : Ending.WALL_CLOCK;
  }

  /**
   * Puts everything back to where it was right after the last ask that gave proposals. What was
   * told after it is told again by the usual way, so that the controller hears the same sequence.
   */
  private void recover(WorkerPool pool, List<StoredTrial> stored) {
    ControllerSnapshot snapshot =
        store
            .snapshot()
            .orElseThrow(
                () ->
                    new NasException(
                        "The journal of %s lacks the controller's state."
                            .formatted(store.description().name())));
    times.controller(
        () -> {
          controller.restore(snapshot.bytes());
          return controller;
        });
    controller.toldBefore(snapshot.told());
    stored.stream().map(StoredTrial::result).flatMap(Optional::stream).forEach(book::finish);
    stored.forEach(trial -> book.ask(trial.trial()));
    for (int told = 1; told <= snapshot.told(); told++) {
      enter(book.nextToTell().orElseThrow());
    }
    retain(times.controller(continuation::needed));
    List<TrialResult> known = book.toldResults();
    for (StoredTrial trial : stored) {
      if (trial.result().isEmpty()) {
        repeat(pool, trial, known);
      }
    }
  }

  private void repeat(WorkerPool pool, StoredTrial stored, List<TrialResult> known) {
    Trial trial = stored.trial();
    if (stored.attempts() < MOST_ATTEMPTS) {
      begin(pool, trial, known.subList(0, trial.informedBy()));
      return;
    }
    String message =
        "The process died %d times while trial %d ran."
            .formatted(stored.attempts(), trial.number());
    finish(new TrialResult(trial, Outcome.Failed.of(FailureCause.PROCESS_DIED, message), null));
  }

  private void tellFinished(WorkerPool pool) {
    Optional<TrialResult> next = book.nextToTell();
    while (next.isPresent() && !pool.abandoning()) {
      tell(next.get());
      ask(pool);
      next = book.nextToTell();
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

  /** Enters a told result wherever it is needed from now on. */
  private void enter(TrialResult result) {
    book.tell(result);
    cache.told(result);
    int oldestNeeded = book.oldestNeeded(book.told());
    setup.listeners().forEach(listener -> listener.told(result, oldestNeeded));
  }

  private void ask(WorkerPool pool) {
    int count = wallClock.over() ? 0 : rule.room();
    if (count <= 0 || pool.abandoning()) {
      return;
    }
    Set<Integer> continuable = times.controller(continuation::possible);
    List<Proposal> proposals = times.controller(() -> controller.ask(count));
    exhausted = proposals.isEmpty() && book.outstanding() == 0;
    if (proposals.isEmpty()) {
      return;
    }
    List<Trial> trials = trials(proposals, count, continuable);
    trials.forEach(book::ask);
    times.store(() -> store.asked(trials, this::snapshot, diagnostics, clock.instant()));
    diagnostics.clear();
    retain(times.controller(continuation::needed));
    List<TrialResult> known = book.toldResults();
    trials.stream()
        .sorted(new LongestFirst(setup.space(), book::committedEpochs))
        .forEach(trial -> begin(pool, trial, known));
  }

  private ControllerSnapshot snapshot() {
    return new ControllerSnapshot(book.asked(), book.told(), controller.snapshot());
  }

  private void retain(Set<Integer> trials) {
    setup.listeners().forEach(listener -> listener.retained(trials));
  }

  private List<Trial> trials(List<Proposal> proposals, int count, Set<Integer> continuable) {
    if (proposals.size() > count) {
      throw new NasException(
          "The controller proposed %d architectures where at most %d were asked for."
              .formatted(proposals.size(), count));
    }
    List<Trial> trials = new ArrayList<>();
    for (Proposal proposal : proposals) {
      if (!setup.space().contains(proposal.architecture())) {
        throw new NasException(
            "The controller proposed %s, which is no architecture of the search space."
                .formatted(proposal.architecture()));
      }
      int number = book.asked() + trials.size() + 1;
      continuation.check(number, proposal, continuable);
      trials.add(new Trial(number, proposal, seed(number, proposal), book.told()));
    }
    return trials;
  }

  /** A continued trial goes on drawing what the one before it would have drawn. */
  private long seed(int number, Proposal proposal) {
    Integer parent = proposal.parent();
    if (parent != null) {
      return book.result(parent).trial().seed();
    }
    return switch (settings.trialSeeds()) {
      case NUMBER -> random.seed("trial", number);
      case ARCHITECTURE -> random.seed("trial " + canonical(proposal), 0);
    };
  }

  private String canonical(Proposal proposal) {
    return setup.space().canonical(proposal.architecture()).choices().stream()
        .map(choice -> choice.decision() + "=" + choice.text())
        .collect(Collectors.joining(", "));
  }

  private void begin(WorkerPool pool, Trial trial, List<TrialResult> known) {
    Optional<TrialResult> earlier = settings.cache() ? cache.result(trial) : Optional.empty();
    if (earlier.isPresent()) {
      finish(earlier.get());
    } else if (!wallClock.over()) {
      running++;
      pool.submit(new TrialTask(trial, known));
    }
  }

  /** Stores a result that no worker had to find out. */
  private void finish(TrialResult result) {
    times.store(() -> store.finished(result, clock.instant()));
    book.finish(result);
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
      book.finish(result);
      setup.listeners().forEach(listener -> listener.finished(result));
    } else if (event instanceof WorkerEvent.Abandoned) {
      running--;
    } else if (event instanceof WorkerEvent.Broken broken) {
      throw broken.asUnchecked();
    }
  }

  /** What the controller said that is not stored yet. */
  SortedMap<Integer, Map<String, Double>> diagnostics() {
    return diagnostics;
  }

  StudySummary summary(Ending ending, Duration took) {
    return new StudySummary(
        ending,
        book.results(),
        book.unfinished().size(),
        evaluated,
        settings.workers(),
        took,
        phases,
        times.controller(),
        times.store());
  }
}
