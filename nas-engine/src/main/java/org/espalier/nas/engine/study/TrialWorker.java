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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluation of one trial on a worker's thread, from its start to its result. */
final class TrialWorker {

  private static final Logger LOG = LoggerFactory.getLogger(TrialWorker.class);

  private final StudySetup setup;
  private final StudyJournal journal;
  private final InstantSource clock;
  private final SessionTimer times;
  private final TrialJudge judge;

  TrialWorker(StudySetup setup, StudyJournal journal, InstantSource clock, SessionTimer times) {
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    this.times = times;
    this.judge = new TrialJudge(setup.reward());
  }

  /**
   * Evaluates a trial; throws only errors that the trial did not cause.
   *
   * @param recorder stores the trial's measurements
   * @param ending returns true if trials are to be abandoned
   * @return its result, not stored yet; empty if the trial was abandoned
   */
  Optional<TrialResult> evaluate(
      TrialTask task, Evaluator evaluator, Recorder recorder, BooleanSupplier ending) {
    Trial trial = task.trial();
    times.store(() -> journal.started(trial.number(), clock.instant()));
    try {
      setup.listeners().forEach(listener -> listener.started(trial));
      TrialProgress progress =
          new TrialProgress(
              task, setup, measurement -> recorder.measured(trial.number(), measurement), ending);
      return result(trial, evaluator, progress);
    } catch (RuntimeException | Error e) {
      recorder.takeBack(trial.number(), e);
      throw e;
    }
  }

  /** Returns the result; empty if the trial was abandoned. */
  private Optional<TrialResult> result(Trial trial, Evaluator evaluator, TrialProgress progress) {
    long begin = System.nanoTime();
    Outcome outcome = evaluate(trial, evaluator, progress);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    progress.throwError();
    return progress.wasAbandoned()
        ? Optional.empty()
        : Optional.of(judge.judge(trial, progress.judged(outcome), took));
  }

  private static Outcome evaluate(Trial trial, Evaluator evaluator, TrialProgress progress) {
    try {
      Outcome outcome =
          Objects.requireNonNull(
              evaluator.evaluate(trial, progress), "The evaluator returned null.");
      if (outcome instanceof Outcome.Failed failed) {
        LOG.warn("Trial {} failed: {}: {}", trial.number(), failed.cause(), failed.message());
      }
      return outcome;
    } catch (Exception | StackOverflowError e) {
      return progress.failed(FailureCause.EXCEPTION, e);
    } catch (OutOfMemoryError e) {
      return progress.failed(FailureCause.OUT_OF_MEMORY, e);
    }
  }
}
