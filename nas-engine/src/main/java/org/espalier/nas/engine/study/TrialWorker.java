package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StudyJournal;

/** Takes a trial from its start to its stored result. */
final class TrialWorker {

  private final StudySetup setup;
  private final StudyJournal store;
  private final InstantSource clock;
  private final TimeBook times;
  private final TrialJudge judge;

  TrialWorker(StudySetup setup, StudyJournal store, InstantSource clock, TimeBook times) {
    this.setup = setup;
    this.store = store;
    this.clock = clock;
    this.times = times;
    this.judge = new TrialJudge(setup.reward());
  }

  /**
   * Evaluates a trial; throws only what is no trial's fault.
   *
   * @return its result, not stored yet; empty if the trial was abandoned
   */
  Optional<TrialResult> evaluate(TrialTask task, Evaluator evaluator, BooleanSupplier ending) {
    Trial trial = task.trial();
    times.store(() -> store.started(trial.number(), clock.instant()));
    try {
      setup.listeners().forEach(listener -> listener.started(trial));
      WatchedTrial watched =
          new WatchedTrial(trial, task.known(), setup.stopping(), setup.listeners(), ending);
      return result(trial, evaluator, watched);
    } catch (RuntimeException | Error e) {
      takeBack(trial, e);
      throw e;
    }
  }

  /** Stores what came of a trial, and first whatever the trial left behind. */
  WorkerEvent store(Trial trial, Optional<TrialResult> result) {
    if (result.isEmpty()) {
      times.store(() -> store.abandoned(trial.number()));
      return new WorkerEvent.Abandoned(trial.number());
    }
    try {
      setup.listeners().forEach(listener -> listener.storing(result.get()));
      times.store(() -> store.finished(result.get(), clock.instant()));
    } catch (RuntimeException | Error e) {
      takeBack(trial, e);
      throw e;
    }
    return new WorkerEvent.Finished(result.get());
  }

  /** The result; empty if the trial was abandoned. */
  private Optional<TrialResult> result(Trial trial, Evaluator evaluator, WatchedTrial watched) {
    long begin = System.nanoTime();
    Outcome outcome = evaluate(trial, evaluator, watched);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    watched.throwError();
    return watched.wasAbandoned()
        ? Optional.empty()
        : Optional.of(judge.judge(trial, watched.judged(outcome), took));
  }

  /** An attempt that somebody else spoilt does not count against the trial. */
  private void takeBack(Trial trial, Throwable cause) {
    try {
      store.abandoned(trial.number());
    } catch (RuntimeException alsoFailed) {
      cause.addSuppressed(alsoFailed);
    }
  }

  private static Outcome evaluate(Trial trial, Evaluator evaluator, WatchedTrial watched) {
    try {
      return Objects.requireNonNull(
          evaluator.evaluate(trial, watched), "The evaluator gave no outcome.");
    } catch (Exception | StackOverflowError e) {
      return watched.failed(FailureCause.EXCEPTION, e);
    } catch (OutOfMemoryError e) {
      return watched.failed(FailureCause.OUT_OF_MEMORY, e);
    }
  }
}
