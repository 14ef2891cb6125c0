package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.OptionalDouble;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * The energy of a prediction, estimated from a network's operations and from its weights, each of
 * which is read from memory once (Horowitz 2014, Computing's energy problem).
 */
@Description("Energy of a prediction, estimated from operations and weights.")
public final class Hedgerow implements ObjectiveFunction {
  private static final double MICROJOULES = 1e-6;

  private final HedgerowSettings settings;
  private final SearchSpace space;
  private final Objective objective;

  /** Creates the objective; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings, SearchSpace space) {
    this.settings = settings;
    this.space = space;
    this.objective =
        new Objective("hedgerow", Direction.MINIMIZE, "µJ", settings.reference(), true);
  }

  @Override
  public Objective objective() {
    return objective;
  }

  /** The energy depends on the network alone, so that an infeasible one need not be trained. */
  @Override
  public OptionalDouble known(Trial trial) {
    if (!(space instanceof NetworkSearchSpace networks)) {
      return OptionalDouble.empty();
    }
    NetworkSpec network = networks.lower(trial.proposal().architecture());
    double picojoules =
        settings.operation() * network.flops() + settings.weight() * network.parameters();
    return OptionalDouble.of(picojoules * MICROJOULES);
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    return ObjectiveValue.of(
        known(trial)
            .orElseThrow(
                () ->
                    new NasException(
                        "The objective hedgerow needs a search space of networks; remove it, or search networks.")));
  }
}
