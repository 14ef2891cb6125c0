package org.espalier.nas.engine.study;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.TrialAttempt;
import org.espalier.nas.engine.store.StudyJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Attempts at the trials of a study, which are recorded from their starts to their results. */
final class StudyAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(StudyAttempts.class);

  private final StudySetup setup;
  private final StudyJournal journal;
  private final InstantSource clock;
  private final SessionTimer times;
  private final TrialJudge judge;
  private final Recorder recorder;
  private final TrialDeadlines deadlines;
  private final BooleanSupplier ending;
  private final Consumer<TrialEvent> events;

  /**
   * Creates the attempts of a session.
   *
   * @param recorder stores measurements and results
   * @param ending returns true if trials are to be abandoned
   * @param events is told of what the recorder does not store
   */
  StudyAttempts(
      StudySetup setup,
      StudyJournal journal,
      InstantSource clock,
      SessionTimer times,
      Recorder recorder,
      TrialDeadlines deadlines,
      BooleanSupplier ending,
      Consumer<TrialEvent> events) {
    this.setup = setup;
    this.journal = journal;
    this.clock = clock;
    this.times = times;
    this.judge = new TrialJudge(setup.valuation());
    this.recorder = recorder;
    this.deadlines = deadlines;
    this.ending = ending;
    this.events = events;
  }

  Attempt at(TrialTask task) {
    return new Attempt(task);
  }

  /** One attempt. */
  final class Attempt implements TrialAttempt {

    private final TrialTask task;
    private final TrialProgress progress;
    private long begin;

    private Attempt(TrialTask task) {
      this.task = task;
      this.progress =
          new TrialProgress(
              task, setup, measurement -> recorder.measured(number(), measurement), ending);
    }

    private int number() {
      return trial().number();
    }

    @Override
    public Trial trial() {
      return task.trial();
    }

    @Override
    public boolean begin(String worker) {
      if (ending.getAsBoolean()) {
        recorder.expect(-1);
        events.accept(new TrialEvent.Abandoned(number()));
        return false;
      }
      try {
        times.store(() -> journal.started(number(), clock.instant(), worker));
      } catch (RuntimeException | Error e) {
        events.accept(new TrialEvent.Broken(e));
        return false;
      }
      try {
        setup.listeners().forEach(listener -> listener.started(trial()));
      } catch (RuntimeException | Error e) {
        takeBack(e);
        return false;
      }
      begin = System.nanoTime();
      deadlines.begin(this);
      return !isRefused();
    }

    private boolean isRefused() {
      try {
        Optional<Outcome> refusal = setup.valuation().refusal(trial());
        refusal.ifPresent(outcome -> ended(new AttemptEnd.Evaluated(outcome)));
        return refusal.isPresent();
      } catch (RuntimeException e) {
        ended(AttemptEnd.Failed.by(FailureCause.EXCEPTION, e));
        return true;
      }
    }

    @Override
    public Directive report(Measurement measurement) {
      return progress.report(measurement);
    }

    @Override
    public List<Measurement> continued() {
      return progress.continued();
    }

    @Override
    public boolean abandoned() {
      return progress.abandoned();
    }

    @Override
    public void ended(AttemptEnd end) {
      if (!deadlines.end(this)) {
        LOG.debug("Trial {} ended after its time limit: {}", number(), end);
        return;
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      try {
        if (end instanceof AttemptEnd.Broken broken) {
          takeBack(broken.cause());
        } else if (end instanceof AttemptEnd.Lost lost) {
          LOG.warn("An attempt at trial {} is lost: {}", number(), lost.reason());
          recorder.expect(-1);
          events.accept(new TrialEvent.Lost(task, lost.reason()));
        } else {
          recorder.ended(number(), result(outcome(end), took));
        }
      } catch (RuntimeException | Error e) {
        takeBack(e);
      }
    }

    private Outcome outcome(AttemptEnd end) {
      if (end instanceof AttemptEnd.Failed failed) {
        LOG.warn("Trial {} failed: {}\n{}", number(), failed.cause(), failed.trace());
        return progress.failed(failed);
      }
      Outcome outcome = ((AttemptEnd.Evaluated) end).outcome();
      if (outcome instanceof Outcome.Failed failed) {
        LOG.warn("Trial {} failed: {}: {}", number(), failed.cause(), failed.message());
      }
      return outcome;
    }

    /** Returns the result; empty if the trial was abandoned. */
    private Optional<TrialResult> result(Outcome outcome, Duration took) {
      progress.throwError();
      return progress.wasAbandoned()
          ? Optional.empty()
          : Optional.of(judge.judge(trial(), progress.judged(outcome), took));
    }

    private void takeBack(Throwable cause) {
      recorder.takeBack(number(), cause);
      events.accept(new TrialEvent.Broken(cause));
    }

    /**
     * Ignores all that the evaluation still does.
     *
     * @return true if it may be interrupted
     */
    boolean giveUp() {
      return progress.giveUp();
    }

    /** Returns the result of a trial that exceeded its time limit. */
    TrialResult timedOut(Instant begun, Duration limit) {
      Duration took = Duration.between(begun, clock.instant());
      return judge.judge(trial(), progress.timedOut(limit), took);
    }
  }
}
