package org.espalier.nas.testkit;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;

/** A correct reward. */
class LastAccuracy implements Reward {
  static final String METRIC = Measurement.VALIDATION_ACCURACY;

  @Override
  public double of(Outcome outcome) {
    int last = outcome.measurements().size() - 1;
    return outcome
        .measurements()
        .get(last)
        .metric(METRIC)
        .orElseThrow(() -> new NasException(METRIC + " was not measured; choose another metric."));
  }

  @Override
  public String description() {
    return METRIC + ", last epoch";
  }
}
