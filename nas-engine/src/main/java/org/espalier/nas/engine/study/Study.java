package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.jspecify.annotations.Nullable;

/**
 * A search from its first proposal to its last result, or from where a killed one left off.
 *
 * <p>The controller is asked after the start and after each tell, results are told in the order of
 * the trials' numbers, and at most <i>lag</i> trials are outstanding: what is asked and told, and
 * so the whole search, does not depend on the number of workers or on what takes how long.
 */
public final class Study {

  private final StudySettings settings;
  private final StudySetup setup;
  private final StudyJournal store;
  private final InstantSource clock;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean interrupted;
  private volatile @Nullable WorkerPool pool;

  /**
   * Puts a study together.
   *
   * @param store the study's store; a study that was begun in it is carried on
   * @param clock tells the time
   * @throws InvalidSettingException if nothing would ever end the study, or the store is another
   *     study's
   */
  public Study(StudySettings settings, StudySetup setup, StudyJournal store, InstantSource clock) {
    this.settings = settings;
    this.setup = setup;
    this.store = store;
    this.clock = clock;
    requireEnd();
    requireSameStudy();
    requireStates();
  }

  private void requireStates() {
    if (settings.cache() && setup.controller().continuesTrials()) {
      throw new InvalidSettingException(
          "cache",
          "cache (true) cannot go with a controller that continues trials: of a result that is taken"
              + " over there is no state to continue from. Change one of the two.");
    }
  }

  private void requireEnd() {
    boolean finite =
        setup.space().decisions().stream()
            .noneMatch(decision -> decision.domain() instanceof RealRange);
    if (!finite && !settings.budget().limited()) {
      throw new InvalidSettingException(
          "budget", "budget must limit trials, wallClock or epochs, for the space is not finite.");
    }
  }

  private void requireSameStudy() {
    StudyDescription stored = store.description();
    if (stored.seed() != settings.seed()) {
      throw new InvalidSettingException(
          "seed",
          "seed (%d) must be that of the stored study (%d); another seed is another run."
              .formatted(settings.seed(), stored.seed()));
    }
  }

  /**
   * Carries the study out until its budget is spent, the controller has nothing more to propose, or
   * it is interrupted. Can be called once.
   *
   * <p>What the controller, a listener, the reward or the store throws ends the study and is thrown
   * on; a trial that fails is a result and throws nothing.
   */
  public StudySummary run() {
    if (!begun.compareAndSet(false, true)) {
      throw new IllegalStateException("A study runs once; create another to resume.");
    }
    long begin = System.nanoTime();
    List<StoredTrial> stored = store.trials();
    Duration spent = WallClock.spent(store.sessions(), stored);
    WallClock wallClock = new WallClock(clock, settings.budget().wallClock(), spent);
    TimeBook times = new TimeBook();
    int session = store.beginSession(clock.instant());
    Search search = new Search(settings, setup, store, clock, wallClock, times);
    try {
      Ending ending = search(search, stored, times);
      store.endSession(session, clock.instant(), ending.name(), search.diagnostics());
      return search.summary(ending, Duration.ofNanos(System.nanoTime() - begin));
    } catch (RuntimeException | Error e) {
      fail(session, e);
      throw e;
    } finally {
      setup.listeners().forEach(listener -> listener.ended());
    }
  }

  private void fail(int session, Throwable cause) {
    try {
      store.endSession(session, clock.instant(), "FAILED: " + cause, new TreeMap<>());
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private Ending search(Search search, List<StoredTrial> stored, TimeBook times) {
    TrialWorker worker = new TrialWorker(setup, store, clock, times);
    try (WorkerPool workers = new WorkerPool(settings.workers(), setup.evaluators(), worker)) {
      pool = workers;
      if (interrupted) {
        workers.abandon();
      }
      return search.run(workers, stored);
    }
  }

  /**
   * Ends the study soon: running trials are abandoned, nothing that was finished is lost, and
   * {@link #run} returns. The study can be resumed. Callable from any thread, at any time.
   */
  public void interrupt() {
    interrupted = true;
    WorkerPool workers = pool;
    if (workers != null) {
      workers.abandon();
    }
  }
}
