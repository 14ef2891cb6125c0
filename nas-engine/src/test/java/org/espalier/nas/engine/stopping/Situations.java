package org.espalier.nas.engine.stopping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.testkit.StoppingRuleContract.Situation;
import org.jspecify.annotations.Nullable;

/** Trials of one metric, by the values of their epochs. */
final class Situations {

  static final int EPOCHS = 20;

  private final String metric;

  Situations(String metric) {
    this.metric = metric;
  }

  static Situations ofAccuracy() {
    return new Situations(Measurement.VALIDATION_ACCURACY);
  }

  /** A trial that knows all before it. */
  static Trial trial(int number) {
    return continuing(number, null);
  }

  static Trial continuing(int number, @Nullable Integer parent) {
    Proposal proposal = new Proposal(Architecture.empty(), Fidelity.epochs(EPOCHS), parent, null);
    return new Trial(number, proposal, number, number - 1);
  }

  List<Measurement> measured(double... values) {
    List<Measurement> measured = new ArrayList<>();
    for (double value : values) {
      measured.add(new Measurement(measured.size() + 1, Map.of(metric, value)));
    }
    return measured;
  }

  TrialResult completed(int number, double... values) {
    return completed(trial(number), values);
  }

  TrialResult completed(Trial trial, double... values) {
    Outcome outcome = new Outcome.Completed(measured(values), Account.empty());
    double last = values[values.length - 1];
    return new TrialResult(trial, outcome, Double.isFinite(last) ? last : null);
  }

  TrialResult stopped(int number, double... values) {
    Outcome outcome = new Outcome.Stopped(measured(values), Account.empty(), "It was bad.");
    return new TrialResult(trial(number), outcome, values[values.length - 1]);
  }

  TrialResult failed(int number, double... values) {
    Outcome outcome =
        new Outcome.Failed(measured(values), Account.empty(), FailureCause.DIVERGED, "It is NaN.");
    return new TrialResult(trial(number), outcome, null);
  }

  /** The next trial after the known ones, with these values so far. */
  Situation running(List<TrialResult> known, double... values) {
    return new Situation(trial(known.size() + 1), measured(values), known);
  }
}
