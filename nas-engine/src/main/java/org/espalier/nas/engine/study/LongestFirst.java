package org.espalier.nas.engine.study;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;

/**
 * Puts trials that were proposed together in the order of falling cost, so that several workers end
 * a batch at about the same time (Graham 1969). No result depends on the order.
 */
final class LongestFirst {

  private final SearchSpace space;
  private final int workers;
  private final ToIntFunction<Trial> epochs;

  /**
   * Creates the order.
   *
   * @param epochs number of epochs that a trial trains itself
   */
  LongestFirst(SearchSpace space, int workers, ToIntFunction<Trial> epochs) {
    this.space = space;
    this.workers = workers;
    this.epochs = epochs;
  }

  /** Returns the trials in the order in which to begin them. */
  List<Trial> ordered(List<Trial> trials) {
    if (workers == 1 || trials.size() == 1) {
      return trials;
    }
    return trials.stream()
        .map(trial -> new Costly(trial, cost(trial)))
        .sorted(Comparator.comparingDouble(Costly::cost).reversed())
        .map(Costly::trial)
        .toList();
  }

  private record Costly(Trial trial, double cost) {}

  private double cost(Trial trial) {
    Proposal proposal = trial.proposal();
    double examples = epochs.applyAsInt(trial) * proposal.fidelity().dataFraction();
    return space instanceof NetworkSearchSpace networks
        ? examples * (double) networks.lower(proposal.architecture()).flops()
        : examples;
  }
}
