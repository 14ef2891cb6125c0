package org.espalier.nas.engine.study;

import java.util.Comparator;
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

  LongestFirst(SearchSpace space) {
    this.space = space;
  }

  @Override
  public int compare(Trial one, Trial other) {
    return Double.compare(cost(other.proposal()), cost(one.proposal()));
  }

  private double cost(Proposal proposal) {
    double examples = proposal.fidelity().epochs() * proposal.fidelity().dataFraction();
    return space instanceof NetworkSearchSpace networks
        ? examples * (double) networks.lower(proposal.architecture()).flops()
        : examples;
  }
}
