package org.espalier.nas.engine.objective;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.table.TableFacts;

/**
 * A count of a network's parts: the fact that the evaluator states, or else that of the network
 * which the search space describes.
 *
 * @param fact name of the fact
 * @param space the search space
 * @param table facts that the evaluator is going to state
 * @param count counts the parts of a network
 */
record NetworkCounts(
    String fact, SearchSpace space, TableFacts table, ToLongFunction<NetworkSpec> count) {
  static final String PARAMETERS = "parameters";
  static final String FLOPS = "flops";

  /** Returns the counts of trainable parameters. */
  static NetworkCounts parameters(SearchSpace space, TableFacts table) {
    return new NetworkCounts(PARAMETERS, space, table, NetworkSpec::parameters);
  }

  /** Returns the counts of floating-point operations. */
  static NetworkCounts flops(SearchSpace space, TableFacts table) {
    return new NetworkCounts(FLOPS, space, table, NetworkSpec::flops);
  }

  /** Returns the count before evaluation; empty if neither table nor space knows it. */
  OptionalDouble known(Architecture architecture) {
    OptionalDouble stated = table.of(fact, architecture, space);
    return stated.isPresent() || !(space instanceof NetworkSearchSpace networks)
        ? stated
        : OptionalDouble.of((double) count.applyAsLong(networks.lower(architecture)));
  }

  /** Returns the count after evaluation. */
  double of(Trial trial, Outcome outcome) {
    OptionalDouble stated = Objectives.value(fact, outcome);
    return stated.isPresent()
        ? stated.getAsDouble()
        : known(trial.proposal().architecture())
            .orElseThrow(
                () ->
                    new NasException(
                        "The evaluator states no %s, and the search space has no networks to count them in. Remove this objective."
                            .formatted(fact)));
  }
}
