package org.espalier.nas.controller.hyperband;

import jakarta.inject.Inject;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.sampling.UniformSampler;

/**
 * Successive halving (Karnin et al. 2013; Jamieson &amp; Talwalkar 2016, AISTATS): all trials begin
 * with few epochs, the best half continues with twice as many, and so on.
 */
@BehaviourVersion("100d87a9af3ed475")
@Description("Successive halving: random trials with few epochs; the best continue with more.")
public final class SuccessiveHalvingController extends AbstractHyperbandController {
  /** Creates the controller of a study. */
  @Inject
  public SuccessiveHalvingController(
      SuccessiveHalvingSettings settings,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    super(
        "successive-halving/1",
        new HyperbandSearch(
            settings.course(fidelity.epochs()), new UniformSampler(space), space, streams),
        settings.batch());
  }
}
