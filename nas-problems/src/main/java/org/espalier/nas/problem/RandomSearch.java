package org.espalier.nas.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The simplest random search, as a baseline that a learning controller must beat.
 *
 * <p>Each decision is answered uniformly. Repeats are allowed.
 */
public final class RandomSearch {
  private static final int REDRAWS = 100;

  private RandomSearch() {}

  /** Returns the first {@code trials} architectures of a seed. */
  public static List<Architecture> draw(SearchSpace space, long seed, int trials) {
    RandomGenerator random = new RandomStreams(seed).stream("testkit.random-search", 0);
    Set<Architecture> seen = new HashSet<>();
    List<Architecture> drawn = new ArrayList<>();
    while (drawn.size() < trials) {
      Architecture architecture = space.sample(random);
      for (int redraws = 0; redraws < REDRAWS && seen.contains(architecture); redraws++) {
        architecture = space.sample(random);
      }
      seen.add(architecture);
      drawn.add(architecture);
    }
    return drawn;
  }
}
