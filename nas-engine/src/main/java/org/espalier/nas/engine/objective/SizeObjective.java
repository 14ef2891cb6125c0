package org.espalier.nas.engine.objective;

import jakarta.inject.Inject;
import java.util.OptionalDouble;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.table.TableFacts;

/** The size of a network's trainable parameters, stored as 32-bit numbers, as an objective. */
@Description("Size of the trainable parameters as 32-bit numbers, in megabytes.")
public final class SizeObjective implements ObjectiveFunction {
  /** Megabytes of one parameter. */
  static final double MEGABYTES = 4 / 1e6;

  private final Objective objective;
  private final NetworkCounts counts;

  /** Creates the objective. */
  @Inject
  public SizeObjective(ReferenceSettings settings, SearchSpace space, TableFacts table) {
    this.objective = new Objective("size", Direction.MINIMIZE, "MB", settings.reference(), true);
    this.counts = NetworkCounts.parameters(space, table);
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    return ObjectiveValue.of(counts.of(trial, outcome) * MEGABYTES);
  }

  @Override
  public OptionalDouble known(Trial trial) {
    OptionalDouble parameters = counts.known(trial.proposal().architecture());
    return parameters.isPresent()
        ? OptionalDouble.of(parameters.getAsDouble() * MEGABYTES)
        : parameters;
  }
}
