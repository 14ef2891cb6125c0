package org.espalier.nas.problem;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A search whose best reward is known.
 *
 * @param name for a person
 * @param space what is searched
 * @param reward the reward of an architecture, without noise
 * @param optimum the highest reward that an architecture of the space has
 */
public record ReferenceProblem(
    String name, SearchSpace space, ToDoubleFunction<Architecture> reward, double optimum) {

  /** Checks that all is there. */
  public ReferenceProblem {
    Objects.requireNonNull(name);
    Objects.requireNonNull(space);
    Objects.requireNonNull(reward);
  }

  /** How far the reward of an architecture is below the highest. */
  public double regret(Architecture architecture) {
    return optimum - reward.applyAsDouble(architecture);
  }
}
