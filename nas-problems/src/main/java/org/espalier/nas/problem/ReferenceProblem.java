package org.espalier.nas.problem;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A search problem with a known best reward.
 *
 * @param name the name for display
 * @param space the search space
 * @param reward the reward of an architecture, without noise
 * @param optimum the highest reward that an architecture of the space has
 */
public record ReferenceProblem(
    String name, SearchSpace space, ToDoubleFunction<Architecture> reward, double optimum) {

  /** Checks that all components are present. */
  public ReferenceProblem {
    Objects.requireNonNull(name);
    Objects.requireNonNull(space);
    Objects.requireNonNull(reward);
  }

  /** Returns the difference between the highest reward and that of an architecture. */
  public double regret(Architecture architecture) {
    return optimum - reward.applyAsDouble(architecture);
  }
}
