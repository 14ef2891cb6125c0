package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.engine.executor.ThreadExecutor;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search, from its first proposal or from where an earlier session ended.
 *
 * <p>The controller is asked after the start and after each tell, results are told in the order of
 * the trials' numbers, and at most <i>lag</i> trials are outstanding: the calls of the controller,
 * and so the whole search, do not depend on the number of workers or on the time that trials take.
 */
public final class Study {

  private static final Logger LOG = LoggerFactory.getLogger(Study.class);

  private final StudySettings settings;
  private final StudySetup setup;
  private final StudyJournal journal;
  private final InstantSource clock;
  private final TrialExecutorFactory executors;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean interrupted;
  private volatile @Nullable TrialDispatcher dispatcher;

  /**
   * Creates a study whose trials are evaluated by threads of this process.
   *
   * @param journal the study's journal; if it has trials, the study continues from them
   * @param clock tells the time
   * @throws InvalidSettingException if nothing would ever end the study, or the journal is of
   *     another study
   */
  public Study(
      StudySettings settings, StudySetup setup, StudyJournal journal, InstantSource clock) {
    this(
        settings,
        setup,
        journal,
        clock,
        failures ->
            new ThreadExecutor(
                settings.workers(), setup.evaluators(), setup.valuation().access(), failures));
  }

  /**
   * Creates a study whose trials are evaluated elsewhere than in threads of this process.
   *
   * @param journal the study's journal; if it has trials, the study continues from them
   * @param clock tells the time
   * @param executors starts the place where trials are evaluated
   * @throws InvalidSettingException if nothing would ever end the study, or the journal is of
   *     another study
   */
  public Study(
      StudySettings settings,
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      TrialExecutorFactory executors) {
    this.settings = settings;
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    this.executors = executors;
    requireEnd();
    requireSameStudy();
    requireStates();
  }

  private void requireStates() {
    if (settings.cache() && setup.controller().continuesTrials()) {
      throw new InvalidSettingException(
          "cache",
          "cache (true) cannot be combined with a controller that continues trials: a cached result"
              + " has no weights to continue from. Change one of the two.");
    }
  }

  private void requireEnd() {
    if (!setup.space().isFinite() && !settings.budget().limited()) {
      throw new InvalidSettingException(
          "budget",
          "budget must limit trials, wallClock or epochs, because the search space is not finite.");
    }
  }

  private void requireSameStudy() {
    StudyDescription stored = journal.description();
    if (stored.seed() != settings.seed()) {
      throw new InvalidSettingException(
          "seed",
          "seed (%d) must be that of the stored study (%d); another seed is another run."
              .formatted(settings.seed(), stored.seed()));
    }
  }

  /**
   * Runs the study until its budget is spent, the controller has nothing more to propose, or it is
   * interrupted. Can be called once.
   *
   * <p>An exception of the controller, a listener, the reward or the journal ends the study and is
   * thrown on. A trial that fails is a result.
   */
  public StudySummary run() {
    return run(SteeringInbox.empty());
  }

  /**
   * Runs the study like {@link #run()}, and takes requests of people meanwhile.
   *
   * @param requests the requests that wait for the study, which are read once or several times a
   *     second
   */
  public StudySummary run(SteeringRequests requests) {
    try (SteeringInbox inbox = SteeringInbox.of(requests)) {
      return run(inbox);
    }
  }

  private StudySummary run(SteeringInbox inbox) {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("A study runs once; create another to resume.");
    }
    long begin = System.nanoTime();
    List<StoredTrial> stored = journal.trials();
    Duration spent = WallClock.spent(journal.sessions(), stored);
    Budget budget = settings.budget().after(journal.steering());
    WallClock wallClock = new WallClock(clock, budget.wallClock(), spent);
    SessionTimer times = new SessionTimer();
    int session = journal.beginSession(clock.instant());
    LOG.info(
        "Session {} of study {} starts: seed {}, {} workers, {}, {} trials stored",
        session,
        settings.name(),
        settings.seed(),
        settings.workers(),
        budget.text(),
        stored.size());
    TrialStops stops = new TrialStops(setup.stopping());
    Search search = new Search(settings, setup, journal, clock, wallClock, times, inbox, stops);
    StudySummary summary;
    try {
      StudyEnd ending = search(search, stored, times, inbox, stops);
      journal.endSession(session, clock.instant(), ending.name(), search.diagnostics());
      LOG.info("Session {} of study {} ends: {}", session, settings.name(), ending.text());
      summary = search.summary(ending, Duration.ofNanos(System.nanoTime() - begin));
    } catch (RuntimeException | Error e) {
      // Whoever catches it has the stack trace.
      LOG.error("Session {} of study {} fails: {}", session, settings.name(), e.toString());
      fail(session, e);
      setup.listeners().forEach(listener -> end(listener, e));
      throw e;
    }
    setup.listeners().forEach(StudyListener::ended);
    return summary;
  }

  private static void end(StudyListener listener, Throwable cause) {
    try {
      listener.ended();
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private void fail(int session, Throwable cause) {
    try {
      journal.endSession(session, clock.instant(), "FAILED: " + cause, new TreeMap<>());
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private StudyEnd search(
      Search search,
      List<StoredTrial> stored,
      SessionTimer times,
      SteeringInbox inbox,
      TrialStops stops) {
    try (TrialDispatcher opened =
        new TrialDispatcher(settings, setup.with(stops), journal, clock, times, executors)) {
      inbox.whenReceived(opened::wake);
      dispatcher = opened;
      if (interrupted) {
        opened.abandon();
      }
      return search.run(opened, stored);
    }
  }

  /**
   * Ends the study soon: running trials are abandoned, finished ones are kept, and {@link #run}
   * returns. The study can be resumed. Callable from any thread, at any time.
   */
  public void interrupt() {
    interrupted = true;
    TrialDispatcher opened = dispatcher;
    if (opened != null) {
      opened.abandon();
    }
  }
}
