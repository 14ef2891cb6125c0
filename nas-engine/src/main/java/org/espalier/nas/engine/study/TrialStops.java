package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Stopping rule that also stops the trials that people stop. Its methods are thread-safe. */
final class TrialStops implements StoppingRule {

  private static final String REASON = "It was stopped by hand.";

  private final StoppingRule rule;
  private final Map<Integer, Integer> steps = new ConcurrentHashMap<>();

  /**
   * Creates the rule.
   *
   * @param rule the rule of the experiment, which is asked first
   */
  TrialStops(StoppingRule rule) {
    this.rule = rule;
  }

  /** Stops a trial at its first measurement whose step is not smaller than the one given. */
  void stop(int trial, int step) {
    steps.put(trial, step);
  }

  /** Does not stop a trial any more, unless it has been stopped already. */
  void withdraw(int trial) {
    steps.remove(trial);
  }

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    Optional<String> reason = rule.reasonToStop(trial, measured, known);
    Integer step = steps.get(trial.number());
    return step == null || measured.get(measured.size() - 1).step() < step
        ? reason
        : reason.or(() -> Optional.of(REASON));
  }

  /** Returns the step after which a trial was stopped by hand; empty if it was not. */
  static Optional<Integer> step(TrialResult result) {
    List<Measurement> measured = result.outcome().measurements();
    return result.outcome() instanceof Outcome.Stopped stopped
            && stopped.reason().equals(REASON)
            && !measured.isEmpty()
        ? Optional.of(measured.get(measured.size() - 1).step())
        : Optional.empty();
  }
}
