package org.espalier.nas.engine.study;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Progress of a running trial: passes its measurements on and decides whether it continues. */
final class TrialProgress implements Progress {

  private static final Logger LOG = LoggerFactory.getLogger(TrialProgress.class);

  private final Trial trial;
  private final List<TrialResult> known;
  private final StoppingRule stopping;
  private final List<StudyListener> listeners;
  private final Consumer<Measurement> recorder;
  private final BooleanSupplier ending;
  private final List<Measurement> continued;
  private AppendOnlyList<Measurement> measured;
  private int reported;
  private @Nullable String reason;
  private @Nullable RuntimeException error;
  private boolean toldToAbandon;
  private boolean informing;
  private volatile boolean givenUp;

  /**
   * Creates the progress of a trial.
   *
   * @param recorder takes the measurements that are to be stored; must not block
   * @param ending returns true if trials are to be abandoned
   */
  TrialProgress(
      TrialTask task, StudySetup setup, Consumer<Measurement> recorder, BooleanSupplier ending) {
    this.trial = task.trial();
    this.known = task.known();
    this.stopping = setup.stopping();
    this.listeners = setup.listeners();
    this.recorder = recorder;
    this.ending = ending;
    Integer parent = trial.proposal().continuedTrial();
    this.continued = parent == null ? List.of() : known.get(parent - 1).outcome().measurements();
    this.measured = AppendOnlyList.of(continued);
  }

  @Override
  public Directive report(Measurement measurement) {
    if (!recorded(measurement)) {
      return Directive.ABANDON;
    }
    try {
      listeners.forEach(listener -> listener.measured(trial, measurement));
      Optional<String> stop = stopping.reasonToStop(trial, measured(), known);
      stop.ifPresent(text -> reason = text);
      return stop.isPresent() ? Directive.STOP : Directive.CONTINUE;
    } catch (RuntimeException e) {
      // The evaluator did not cause it, and must not take it for a failure of its own.
      error = e;
      toldToAbandon = true;
      return Directive.ABANDON;
    } finally {
      informed();
    }
  }

  /** Records a measurement; returns false if the trial is abandoned. */
  private synchronized boolean recorded(Measurement measurement) {
    if (givenUp) {
      return false;
    }
    // An evaluator that does not resume where the continued trial ended measures all steps again.
    if (measured.size() > 0 && measured.get(measured.size() - 1).step() >= measurement.step()) {
      measured =
          AppendOnlyList.of(
              measured().stream().filter(earlier -> earlier.step() < measurement.step()).toList());
    }
    measured.add(measurement);
    reported++;
    if (abandoned()) {
      return false;
    }
    recorder.accept(measurement);
    informing = true;
    return true;
  }

  private List<Measurement> measured() {
    return measured.first(measured.size());
  }

  private synchronized void informed() {
    informing = false;
  }

  /**
   * Ignores all that the evaluator reports from now on, and tells it to abandon. Callable from any
   * thread.
   *
   * @return true if the evaluator's thread may be interrupted; false if it is in a listener, whose
   *     open files an interruption would close
   */
  synchronized boolean giveUp() {
    givenUp = true;
    return !informing;
  }

  @Override
  public boolean abandoned() {
    toldToAbandon |= givenUp || ending.getAsBoolean();
    return toldToAbandon;
  }

  @Override
  public List<Measurement> continued() {
    return continued;
  }

  /** Returns true if the evaluator was told to abandon the trial, whose outcome is then void. */
  boolean wasAbandoned() {
    return toldToAbandon;
  }

  /** Throws the exception of a listener or of the stopping rule, if there was one. */
  void throwError() {
    if (error != null) {
      throw error;
    }
  }

  /** Returns the outcome of an evaluation that ended with an exception. */
  Outcome.Failed failed(AttemptEnd.Failed end) {
    return new Outcome.Failed(measured(), account(), end.cause(), end.message(), end.trace());
  }

  /** Returns the outcome of an evaluation that was given up after its time limit. */
  synchronized Outcome.Failed timedOut(Duration limit) {
    String seconds =
        new BigDecimal(limit.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString();
    String message = "The trial took longer than trialTimeout (" + seconds + " s).";
    LOG.warn("Trial {} failed: {}", trial.number(), message);
    return new Outcome.Failed(measured(), account(), FailureCause.TIMEOUT, message);
  }

  private Account account() {
    return continued.isEmpty() ? Account.empty() : Account.of(Cost.ofEpochs(reported));
  }

  /** Returns the outcome, with the reason of the rule that stopped the trial if one did. */
  Outcome judged(Outcome outcome) {
    if (reason == null || outcome instanceof Outcome.Failed) {
      return outcome;
    }
    return new Outcome.Stopped(outcome.measurements(), outcome.account(), reason);
  }
}
