package org.espalier.nas.controller.bayesian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
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

  static boolean isFinite(SearchSpace space) {
    return space.decisions().stream().noneMatch(decision -> decision.domain() instanceof RealRange);
  }

  /** All architectures, or empty if there are more than {@code most}. */
  static List<Architecture> upTo(int most, SearchSpace space) {
    Enumeration enumeration = new Enumeration(space, most);
    return isFinite(space) && enumeration.complete(Architecture.empty())
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
    Domain domain = decision.domain();
    if (domain instanceof Categorical categorical) {
      return categorical.allowed().stream()
          .allMatch(index -> complete(made.with(decision.choose(index))));
    }
    IntegerRange range = (IntegerRange) domain;
    for (long index = 0; index < range.size(); index++) {
      long value = range.low() + index * range.step();
      if (!complete(made.with(new Choice.Whole(decision.name(), value)))) {
        return false;
      }
    }
    return true;
  }
}
