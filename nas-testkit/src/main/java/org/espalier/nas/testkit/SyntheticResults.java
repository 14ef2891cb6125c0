package org.espalier.nas.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Results of trials without any training; each depends only on its trial. */
final class SyntheticResults {

  private SyntheticResults() {}

  /** Returns a completed trial with a pseudo-random reward in [0, 1). */
  static TrialResult completed(Trial trial) {
    return rewarded(trial, reward(trial));
  }

  /** Returns a completed trial with this reward. */
  static TrialResult rewarded(Trial trial, double reward) {
    return new TrialResult(
        trial, new Outcome.Completed(List.of(measured(trial, reward)), Account.empty()), reward);
  }

  /** Returns completed trials whose reward is a function of the architecture. */
  static Function<Trial, TrialResult> rewarding(ToDoubleFunction<Architecture> reward) {
    return trial -> rewarded(trial, reward.applyAsDouble(trial.proposal().architecture()));
  }

  /** Returns a trial that failed before any measurement. */
  static TrialResult failed(Trial trial) {
    return new TrialResult(
        trial, Outcome.Failed.of(FailureCause.DIVERGED, "The loss became NaN."), null);
  }

  /** Returns a result: every seventh trial fails, the others complete. */
  static TrialResult mostlyCompleted(Trial trial) {
    return trial.number() % 7 == 0 ? failed(trial) : completed(trial);
  }

  /** Returns, by name, the ways in which a trial can end; a search must continue after each. */
  static Map<String, Function<Trial, TrialResult>> endings() {
    Map<String, Function<Trial, TrialResult>> endings = new LinkedHashMap<>();
    endings.put("failed, all of them", SyntheticResults::failed);
    endings.put("failed, every third", trial -> every(3, trial, SyntheticResults::failed));
    endings.put(
        "failed after NaN was measured", trial -> every(3, trial, SyntheticResults::diverged));
    endings.put(
        "completed with NaN and no reward", trial -> every(3, trial, SyntheticResults::notANumber));
    endings.put("stopped, with reward", trial -> every(2, trial, SyntheticResults::stopped));
    endings.put(
        "stopped, without reward", trial -> every(2, trial, SyntheticResults::stoppedUnrewarded));
    endings.put("of equal reward", trial -> rewarded(trial, 0.5));
    endings.put("of reward 0", trial -> rewarded(trial, 0));
    endings.put("of negative reward", trial -> rewarded(trial, -1 - reward(trial)));
    endings.put("of huge reward", trial -> rewarded(trial, (reward(trial) - 0.5) * 1e300));
    endings.put("of tiny reward", trial -> rewarded(trial, reward(trial) * 1e-300));
    return endings;
  }

  private static TrialResult every(int nth, Trial trial, Function<Trial, TrialResult> ending) {
    return trial.number() % nth == 0 ? ending.apply(trial) : completed(trial);
  }

  private static TrialResult diverged(Trial trial) {
    Outcome outcome =
        new Outcome.Failed(
            List.of(measured(trial, Double.NaN)),
            Account.empty(),
            FailureCause.DIVERGED,
            "The loss became NaN.");
    return new TrialResult(trial, outcome, null);
  }

  private static TrialResult notANumber(Trial trial) {
    return new TrialResult(
        trial, new Outcome.Completed(List.of(measured(trial, Double.NaN)), Account.empty()), null);
  }

  private static TrialResult stopped(Trial trial) {
    return new TrialResult(trial, stopping(trial), reward(trial));
  }

  private static TrialResult stoppedUnrewarded(Trial trial) {
    return new TrialResult(trial, stopping(trial), null);
  }

  private static Outcome stopping(Trial trial) {
    return new Outcome.Stopped(
        List.of(measured(trial, reward(trial))), Account.empty(), "Below the median.");
  }

  private static Measurement measured(Trial trial, double accuracy) {
    return new Measurement(
        trial.proposal().fidelity().epochs(), Map.of(Measurement.VALIDATION_ACCURACY, accuracy));
  }

  private static double reward(Trial trial) {
    String text = ProposalText.rounded().of(trial.proposal().architecture());
    return Math.floorMod(text.hashCode(), 1000) / 1000.0;
  }
}
