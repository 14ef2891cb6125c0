package org.espalier.nas.controller.bayesian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Enumeration of a small space that stops early on a large one. */
final class Enumeration {
  private final SearchSpace space;
  private final int most;
  private final List<Architecture> found = new ArrayList<>();

  private Enumeration(SearchSpace space, int most) {
    this.space = space;
    this.most = most;
  }

  /** Returns all architectures, or empty if there are more than {@code most}. */
  static List<Architecture> upTo(int most, SearchSpace space) {
    Enumeration enumeration = new Enumeration(space, most);
    return space.isFinite() && enumeration.complete(Architecture.empty())
        ? enumeration.found
        : List.of();
  }

  /** Adds all completions of a partial architecture; returns false if there are too many. */
  private boolean complete(Architecture made) {
    Optional<Decision> asked = space.next(made);
    if (asked.isEmpty()) {
      found.add(made);
      return found.size() <= most;
    }
    Decision decision = asked.get();
    return decision.choices().allMatch(choice -> complete(made.with(choice)));
  }
}
