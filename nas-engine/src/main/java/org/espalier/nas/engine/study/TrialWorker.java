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
    this.judge = new TrialJudge(setup.valuation());
  }

  /**
   * Evaluates a trial and records its end; throws only errors that the trial did not cause.
   *
   * @param recorder stores the trial's measurements and result
   * @param ending returns true if trials are to be abandoned
   * @return false if the trial exceeded its time limit, so that its end is recorded already and
   *     another thread has taken the place of this one
   */
  boolean evaluate(
      TrialTask task,
      Evaluator evaluator,
      Recorder recorder,
      BooleanSupplier ending,
      TrialDeadlines deadlines) {
    Trial trial = task.trial();
    times.store(() -> journal.started(trial.number(), clock.instant()));
    try {
      setup.listeners().forEach(listener -> listener.started(trial));
      TrialProgress progress =
          new TrialProgress(
              task, setup, measurement -> recorder.measured(trial.number(), measurement), ending);
      long begin = System.nanoTime();
      Optional<Outcome> outcome = inTime(trial, evaluator, progress, deadlines);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      outcome.ifPresent(end -> recorder.ended(trial.number(), result(trial, progress, end, took)));
      return outcome.isPresent();
    } catch (RuntimeException | Error e) {
      recorder.takeBack(trial.number(), e);
      throw e;
    }
  }

  /** Returns the outcome; empty if it came too late. */
  private Optional<Outcome> inTime(
      Trial trial, Evaluator evaluator, TrialProgress progress, TrialDeadlines deadlines) {
    TrialDeadlines.Evaluation evaluation = deadlines.begin(trial, progress);
    try {
      Outcome outcome = evaluate(trial, evaluator, progress);
      return deadlines.end(evaluation) ? Optional.of(outcome) : Optional.empty();
    } catch (Error e) {
      if (deadlines.end(evaluation)) {
        throw e;
      }
      LOG.warn("Trial {} failed after its time limit", trial.number(), e);
      return Optional.empty();
    }
  }

  /** Returns the result; empty if the trial was abandoned. */
  private Optional<TrialResult> result(
      Trial trial, TrialProgress progress, Outcome outcome, Duration took) {
    progress.throwError();
    return progress.wasAbandoned()
        ? Optional.empty()
        : Optional.of(judge.judge(trial, progress.judged(outcome), took));
  }

  /** Returns the result of a trial that exceeded its time limit. */
  TrialResult timedOut(TrialDeadlines.Evaluation evaluation, Duration limit) {
    Duration took = Duration.between(evaluation.begun(), clock.instant());
    return judge.judge(evaluation.trial(), evaluation.progress().timedOut(limit), took);
  }

  private Outcome evaluate(Trial trial, Evaluator evaluator, TrialProgress progress) {
    try {
      Optional<Outcome> refusal = setup.valuation().refusal(trial);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      Outcome outcome =
          Objects.requireNonNull(
              setup.valuation().access().shared(() -> evaluator.evaluate(trial, progress)),
              "The evaluator returned null.");
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
