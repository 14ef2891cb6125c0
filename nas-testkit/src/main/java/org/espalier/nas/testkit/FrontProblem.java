package org.espalier.nas.testkit;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;

/**
 * A search problem of two objectives that conflict.
 *
 * @param name the name for display
 * @param space the search space
 * @param losses the two losses of an architecture, both minimised and in [0, 1]
 */
public record FrontProblem(
    String name, SearchSpace space, Function<Architecture, double[]> losses) {
  private static final long ANOTHER = 1_000_003;

  /** Checks that all components are present. */
  public FrontProblem {
    Objects.requireNonNull(name);
    Objects.requireNonNull(space);
    Objects.requireNonNull(losses);
  }

  /**
   * Returns two hidden architectures: each objective is the share of decisions that are answered as
   * in one of them.
   *
   * @param seed the seed of both
   */
  public static FrontProblem twoBandits(long seed) {
    ReferenceProblem one = ReferenceProblems.gradedBandit(10, 4, seed);
    ReferenceProblem other = ReferenceProblems.gradedBandit(10, 4, seed + ANOTHER);
    return new FrontProblem(
        "two bandits",
        one.space(),
        architecture -> new double[] {one.regret(architecture), other.regret(architecture)});
  }

  /**
   * Returns a rugged landscape against a price: each option costs in proportion to its number.
   *
   * @param seed the seed of the landscape
   */
  public static FrontProblem pricedLandscape(long seed) {
    ReferenceProblem landscape = ReferenceProblems.nkLandscape(seed);
    ToDoubleFunction<Architecture> price =
        architecture ->
            architecture.choices().stream()
                .mapToDouble(choice -> ((Choice.Option) choice).index() / 2.0)
                .average()
                .orElseThrow();
    return new FrontProblem(
        "landscape with prices",
        landscape.space(),
        architecture ->
            new double[] {
              1 - landscape.reward().applyAsDouble(architecture), price.applyAsDouble(architecture)
            });
  }
}
