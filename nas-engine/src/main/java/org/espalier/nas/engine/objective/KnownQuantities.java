package org.espalier.nas.engine.objective;

import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Trial;

/**
 * Quantities of a trial that are known before its evaluation: those of objectives, and the numbers
 * of parameters and operations of a network.
 *
 * @param functions functions of the objectives
 * @param space the search space
 */
record KnownQuantities(List<ObjectiveFunction> functions, SearchSpace space) {
  private static final String PARAMETERS = "parameters";
  private static final String FLOPS = "flops";

  /** Copies. */
  KnownQuantities {
    functions = List.copyOf(functions);
  }

  /** Returns a quantity by name; empty if it is not known yet. */
  OptionalDouble of(String quantity, Trial trial) {
    for (ObjectiveFunction function : functions) {
      if (function.objective().name().equals(quantity)) {
        return function.known(trial);
      }
    }
    return switch (quantity) {
      case PARAMETERS -> new NetworkCounts(quantity, space, NetworkSpec::parameters).known(trial);
      case FLOPS -> new NetworkCounts(quantity, space, NetworkSpec::flops).known(trial);
      default -> OptionalDouble.empty();
    };
  }
}
