package org.espalier.nas.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The architectures that a space's mutation reaches from a given one, up to equivalence.
 *
 * <p>Every architecture reached is mutated once in each round, until none is missing or {@value
 * #PATIENCE} successive rounds have found no new one. An architecture that some neighbour yields
 * with a probability of 2 % is missed with a probability of 0.98¹⁰⁰⁰ &lt; 2·10⁻⁹.
 */
final class Reach {
  private static final int PATIENCE = 1000;

  private final SearchSpace space;
  private long drawn;

  Reach(SearchSpace space) {
    this.space = space;
  }

  /** Returns the canonical forms among {@code all} that are not reached from {@code start}. */
  Set<Architecture> missing(Architecture start, List<Architecture> all) {
    Set<Architecture> missing =
        all.stream().map(space::canonical).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Architecture> reached = new LinkedHashSet<>(List.of(start));
    missing.remove(space.canonical(start));
    for (int idle = 0; idle < PATIENCE && !missing.isEmpty(); idle++) {
      for (Architecture parent : List.copyOf(reached)) {
        Architecture child = space.mutate(parent, RandomWalks.random(drawn));
        drawn++;
        if (reached.add(child)) {
          missing.remove(space.canonical(child));
          idle = 0;
        }
      }
    }
    return missing;
  }
}
