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

/**
 * The number of a network's floating-point operations for one example as an objective, of which
 * fewer are better.
 */
@Description("Floating-point operations for one example.")
public final class FlopsObjective implements ObjectiveFunction {
  private final Objective objective;
  private final NetworkCounts counts;

  /** Creates the objective. */
  @Inject
  public FlopsObjective(ReferenceSettings settings, SearchSpace space, TableFacts table) {
    this.objective = new Objective("flops", Direction.MINIMIZE, "", settings.reference(), true);
    this.counts = NetworkCounts.flops(space, table);
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    return ObjectiveValue.of(counts.of(trial, outcome));
  }

  @Override
  public OptionalDouble known(Trial trial) {
    return counts.known(trial.proposal().architecture());
  }
}
