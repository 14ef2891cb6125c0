package org.espalier.nas.problem;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * The best value of a formula in a search space, looked for when it is first asked for: what the
 * literature says, if the space holds an architecture that has it, else the best of all
 * architectures, if they are not too many.
 */
final class Optimum {
  /** So many take less than a second. */
  static final int ENUMERABLE = 200_000;

  private final Formula formula;
  private final SearchSpace space;
  private final Minimum published;
  private @Nullable Map<String, Double> found;

  /** One of which nothing is published. */
  Optimum(Formula formula, SearchSpace space) {
    this(formula, space, Minimum.unknown());
  }

  Optimum(Formula formula, SearchSpace space, Minimum published) {
    this.formula = formula;
    this.space = space;
    this.published = published;
  }

  /** The value by the name of its metric; empty if it is not known. */
  synchronized Map<String, Double> get() {
    Map<String, Double> known = found;
    if (known == null) {
      OptionalDouble best = published.in(space);
      known =
          (best.isPresent() ? best : best())
              .stream()
                  .boxed()
                  .findFirst()
                  .map(value -> Map.of(formula.metric(), value))
                  .orElse(Map.of());
      found = known;
    }
    return known;
  }

  private OptionalDouble best() {
    boolean finite =
        space.decisions().stream().noneMatch(decision -> decision.domain() instanceof RealRange);
    if (!finite || space.enumerate().skip(ENUMERABLE).findFirst().isPresent()) {
      return OptionalDouble.empty();
    }
    DoubleStream values = space.enumerate().mapToDouble(formula.truth());
    return formula.goal() == Formula.Goal.LEAST ? values.min() : values.max();
  }
}
