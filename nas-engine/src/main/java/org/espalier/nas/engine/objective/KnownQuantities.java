package org.espalier.nas.engine.objective;

import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.table.TableFacts;

/**
 * Quantities of a trial that are known before its evaluation: those of objectives, and the numbers
 * of parameters and operations of a network.
 *
 * @param functions functions of the objectives
 * @param space the search space
 * @param table facts of a table, which go before the counts of networks
 */
record KnownQuantities(List<ObjectiveFunction> functions, SearchSpace space, TableFacts table) {

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
    Architecture architecture = trial.proposal().architecture();
    return switch (quantity) {
      case NetworkCounts.PARAMETERS -> NetworkCounts.parameters(space, table).known(architecture);
      case NetworkCounts.FLOPS -> NetworkCounts.flops(space, table).known(architecture);
      default -> OptionalDouble.empty();
    };
  }
}
