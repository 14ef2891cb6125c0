package org.espalier.nas.engine.stopping;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.testkit.StoppingRuleContract;

class NoStoppingContractTest extends StoppingRuleContract {

  @Override
  protected StoppingRule rule() {
    return new NoStopping();
  }

  /** Even a trial that has diverged. */
  @Override
  protected List<Situation> promising() {
    Trial trial = new Trial(1, Proposal.of(Architecture.empty(), Fidelity.epochs(9)), 1, 0);
    Map<String, Double> diverged = Map.of(Measurement.VALIDATION_LOSS, Double.NaN);
    return List.of(new Situation(trial, List.of(new Measurement(1, diverged)), List.of()));
  }
}
