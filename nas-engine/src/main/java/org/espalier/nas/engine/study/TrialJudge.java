package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;

/** Conversion of an evaluator's outcome into the result that is stored. */
final class TrialJudge {

  private final Valuation valuation;

  TrialJudge(Valuation valuation) {
    this.valuation = valuation;
  }

  TrialResult judge(Trial trial, Outcome outcome, Duration took) {
    Valuation.Valued valued = value(trial, entered(outcome, took));
    Double reward = valued.reward();
    if (reward == null || Double.isFinite(reward)) {
      return new TrialResult(
          trial, valued.outcome(), reward == null ? null : reward + 0.0, valued.values());
    }
    String message = "The reward of trial " + trial.number() + " is " + reward + ".";
    return new TrialResult(
        trial,
        new Outcome.Failed(
            valued.outcome().measurements(),
            valued.outcome().account(),
            FailureCause.DIVERGED,
            message),
        null);
  }

  private Valuation.Valued value(Trial trial, Outcome entered) {
    try {
      return valuation.value(trial, entered);
    } catch (NasException ours) {
      throw ours;
    } catch (RuntimeException | StackOverflowError failure) {
      throw new NasException(
          "The reward failed at trial %d: %s."
              .formatted(trial.number(), failure.toString().replaceFirst("\\.$", "")),
          failure);
    }
  }

  private static Outcome entered(Outcome outcome, Duration took) {
    List<Measurement> measurements =
        outcome.measurements().stream()
            .map(measured -> new Measurement(measured.step(), storable(measured.metrics())))
            .toList();
    Account account =
        Account.ofFigures(storable(outcome.account().figures()), complete(outcome.account(), took));
    if (outcome instanceof Outcome.Completed) {
      return new Outcome.Completed(measurements, account);
    }
    if (outcome instanceof Outcome.Stopped stopped) {
      return new Outcome.Stopped(measurements, account, stopped.reason());
    }
    Outcome.Failed failed = (Outcome.Failed) outcome;
    return new Outcome.Failed(
        measurements, account, failed.cause(), failed.message(), failed.trace());
  }

  /** SQLite keeps no sign of zero; without it here, a resumed study sees what this one saw. */
  private static Map<String, Double> storable(Map<String, Double> values) {
    Map<String, Double> unsigned = new TreeMap<>();
    values.forEach((name, value) -> unsigned.put(name, value + 0.0));
    return unsigned;
  }

  /** The evaluator's times, and the rest of the time as {@link Phase#OTHER}. */
  private static Map<Phase, Duration> complete(Account account, Duration took) {
    Map<Phase, Duration> times = new EnumMap<>(Phase.class);
    times.putAll(account.times());
    Duration rest = times.values().stream().reduce(took, Duration::minus);
    if (!rest.isNegative() && !rest.isZero()) {
      times.merge(Phase.OTHER, rest, Duration::plus);
    }
    return times;
  }
}
