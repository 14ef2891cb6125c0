package org.espalier.nas.engine.study;

import java.util.Comparator;
import java.util.function.ToIntFunction;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;

/**
 * Puts trials that were proposed together in the order of falling cost, so that the workers end a
 * batch at about the same time (Graham 1969). No result depends on the order.
 */
final class LongestFirst implements Comparator<Trial> {

  private final SearchSpace space;
  private final ToIntFunction<Trial> epochs;

  /**
   * Creates the order.
   *
   * @param epochs number of epochs that a trial trains itself
   */
  LongestFirst(SearchSpace space, ToIntFunction<Trial> epochs) {
    this.space = space;
    this.epochs = epochs;
  }

  @Override
  public int compare(Trial one, Trial other) {
    return Double.compare(cost(other), cost(one));
  }

  private double cost(Trial trial) {
    Proposal proposal = trial.proposal();
    double examples = epochs.applyAsInt(trial) * proposal.fidelity().dataFraction();
    return space instanceof NetworkSearchSpace networks
        ? examples * (double) networks.lower(proposal.architecture()).flops()
        : examples;
  }
}
