package org.espalier.nas.controller.bohb;

import jakarta.inject.Inject;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.hyperband.AbstractHyperbandController;
import org.espalier.nas.controller.hyperband.HyperbandSearch;

/**
 * BOHB (Falkner, Klein &amp; Hutter 2018): Hyperband whose new architectures come from a model of
 * the results instead of random draws.
 */
@BehaviourVersion("82244960ab57b16f")
@Description("BOHB: Hyperband with architectures from a kernel density model of the results.")
public final class BohbController extends AbstractHyperbandController {
  /** Creates the controller of a study. */
  @Inject
  public BohbController(
      BohbSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    super(
        "bohb/2",
        new HyperbandSearch(
            settings.hyperband().course(fidelity.epochs()),
            Objectives.reward(),
            new KernelDensitySampler(space, settings.model()),
            space,
            streams),
        settings.batch());
  }
}
