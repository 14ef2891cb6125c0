package org.espalier.nas.engine.stopping;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** A rule that stops no trial. */
@Description("Stops no trial.")
public final class NoStopping implements StoppingRule {

  /** Creates the rule. */
  @Inject
  public NoStopping() {}

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    return Optional.empty();
  }
}
