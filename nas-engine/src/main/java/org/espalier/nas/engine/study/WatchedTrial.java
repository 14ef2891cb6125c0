package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** What a running trial reports to. It remembers what it answered. */
final class WatchedTrial implements Progress {

  private final Trial trial;
  private final List<TrialResult> known;
  private final StoppingRule stopping;
  private final List<StudyListener> listeners;
  private final BooleanSupplier ending;
  private final List<Measurement> measured = new ArrayList<>();
  private @Nullable String reason;
  private @Nullable RuntimeException error;
  private boolean toldToAbandon;

  WatchedTrial(
      Trial trial,
      List<TrialResult> known,
      StoppingRule stopping,
      List<StudyListener> listeners,
      BooleanSupplier ending) {
    this.trial = trial;
    this.known = known;
    this.stopping = stopping;
    this.listeners = listeners;
    this.ending = ending;
  }

  @Override
  public Directive report(Measurement measurement) {
    measured.add(measurement);
    if (abandoned()) {
      return Directive.ABANDON;
    }
    try {
      listeners.forEach(listener -> listener.measured(trial, measurement));
      Optional<String> stop = stopping.reasonToStop(trial, List.copyOf(measured), known);
      stop.ifPresent(text -> reason = text);
      return stop.isPresent() ? Directive.STOP : Directive.CONTINUE;
    } catch (RuntimeException e) {
      // The evaluator is not to blame, and must not take it for a failure of its own.
      error = e;
      toldToAbandon = true;
      return Directive.ABANDON;
    }
  }

  @Override
  public boolean abandoned() {
    toldToAbandon |= ending.getAsBoolean();
    return toldToAbandon;
  }

  /** Whether the evaluator was told to abandon the trial, so that its outcome is none. */
  boolean wasAbandoned() {
    return toldToAbandon;
  }

  /** Throws what a listener or the stopping rule threw, if anything. */
  void throwError() {
    if (error != null) {
      throw error;
    }
  }

  /** What was reported until now. */
  List<Measurement> measured() {
    return List.copyOf(measured);
  }

  /** The outcome with the reason of the rule that stopped the trial, if one did. */
  Outcome judged(Outcome outcome) {
    if (reason == null || outcome instanceof Outcome.Failed) {
      return outcome;
    }
    return new Outcome.Stopped(outcome.measurements(), outcome.account(), reason);
  }
}
