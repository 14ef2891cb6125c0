package org.espalier.nas.tf.latency;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;

/** Trials and outcomes for tests. */
final class Trials {
  static final Outcome COMPLETED =
      new Outcome.Completed(List.of(new Measurement(1, Map.of())), new Account(Map.of(), Map.of()));

  private Trials() {}

  static Trial of(Architecture architecture) {
    return new Trial(1, Proposal.of(architecture, Fidelity.epochs(1)), 1, 0);
  }
}
