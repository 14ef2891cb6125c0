package org.espalier.nas.engine.objective;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * A count of a network's parts: the fact that the evaluator states, or else that of the network
 * which the search space describes.
 *
 * @param fact name of the fact
 * @param space the search space
 * @param count counts the parts of a network
 */
record NetworkCounts(String fact, SearchSpace space, ToLongFunction<NetworkSpec> count) {

  /** Returns the count before evaluation; empty if the space has no networks. */
  OptionalDouble known(Trial trial) {
    return space instanceof NetworkSearchSpace networks
        ? OptionalDouble.of(
            (double) count.applyAsLong(networks.lower(trial.proposal().architecture())))
        : OptionalDouble.empty();
  }

  /** Returns the count after evaluation. */
  double of(Trial trial, Outcome outcome) {
    OptionalDouble stated = Objectives.value(fact, outcome);
    return stated.isPresent()
        ? stated.getAsDouble()
        : known(trial)
            .orElseThrow(
                () ->
                    new NasException(
                        "The evaluator states no %s, and the search space has no networks to count them in. Remove this objective."
                            .formatted(fact)));
  }
}
