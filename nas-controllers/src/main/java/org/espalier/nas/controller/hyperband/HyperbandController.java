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
 * Hyperband (Li et al. 2018, JMLR 18:185, algorithm 1): successive halving of random architectures,
 * in brackets that trade the number of trials against their initial epochs.
 *
 * <p>With several objectives the best of a rung are those of the first fronts, and within a front
 * the least crowded.
 */
@SeveralObjectives
@BehaviourVersion("e669c313c48822ca")
@Description("Hyperband: successive halving in brackets of different numbers of trials.")
public final class HyperbandController extends AbstractHyperbandController {
  /** Creates the controller of a study. */
  @Inject
  public HyperbandController(
      HyperbandSettings settings,
      Objectives objectives,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
    super(
        "hyperband/2",
        new HyperbandSearch(
            settings.course(fidelity.epochs()),
            objectives,
            new UniformSampler(space),
            space,
            streams),
        settings.batch());
  }
}
