package org.espalier.nas.controller.hyperband;

import jakarta.inject.Inject;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.sampling.UniformSampler;

/**
 * Successive halving (Karnin et al. 2013; Jamieson &amp; Talwalkar 2016, AISTATS): all trials begin
 * with few epochs, the best half continues with twice as many, and so on.
 *
 * <p>With several objectives the best of a rung are those of the first fronts, and within a front
 * the least crowded.
 */
@SeveralObjectives
@BehaviourVersion("100d87a9af3ed475")
@Description("Successive halving: random trials with few epochs; the best continue with more.")
public final class SuccessiveHalvingController extends AbstractHyperbandController {
  /** Creates the controller of a study. */
  @Inject
  public SuccessiveHalvingController(
      SuccessiveHalvingSettings settings,
      Objectives objectives,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    super(
        "successive-halving/2",
        new HyperbandSearch(
            settings.course(fidelity.epochs()),
            objectives,
            new UniformSampler(space),
            space,
            streams),
        settings.batch());
  }
}
