package org.espalier.nas.controller.bayesian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Lists a space as far as it is small, without ever going through a large one. */
final class Enumeration {
  private final SearchSpace space;
  private final int most;
  private final List<Architecture> found = new ArrayList<>();

  private Enumeration(SearchSpace space, int most) {
    this.space = space;
    this.most = most;
  }

  /** All architectures, or empty if there are more than {@code most}. */
  static List<Architecture> upTo(int most, SearchSpace space) {
    Enumeration enumeration = new Enumeration(space, most);
    return space.isFinite() && enumeration.complete(Architecture.empty())
        ? enumeration.found
        : List.of();
  }

  /** Whether all that begin so were found without becoming too many. */
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
