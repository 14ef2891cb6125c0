package org.espalier.nas.problem;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.OptionalDouble;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * The best value of a formula in a search space, computed on the first request: the published value
 * if the space has an architecture with it, else the best of all architectures, if there are not
 * too many.
 */
final class Optimum {
  /** Maximum number of architectures to enumerate, which takes about a second. */
  static final int ENUMERABLE = 200_000;

  private final Formula formula;
  private final SearchSpace space;
  private final PublishedMinimum published;
  private @Nullable Map<String, Double> found;

  /** Creates the optimum of a formula without a published value. */
  Optimum(Formula formula, SearchSpace space) {
    this(formula, space, PublishedMinimum.unknown());
  }

  Optimum(Formula formula, SearchSpace space, PublishedMinimum published) {
    this.formula = formula;
    this.space = space;
    this.published = published;
  }

  /** Returns the value by the name of its metric; empty if it is not known. */
  synchronized Map<String, Double> get() {
    Map<String, Double> known = found;
    if (known == null) {
      OptionalDouble best = published.in(space);
      if (best.isEmpty()) {
        best = enumerated();
      }
      known = best.isPresent() ? Map.of(formula.metric(), best.getAsDouble()) : Map.of();
      found = known;
    }
    return known;
  }

  private OptionalDouble enumerated() {
    if (!space.isFinite()) {
      return OptionalDouble.empty();
    }
    DoubleSummaryStatistics values =
        space.enumerate().limit(ENUMERABLE + 1L).mapToDouble(formula.truth()).summaryStatistics();
    if (values.getCount() > ENUMERABLE) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        formula.goal() == Formula.Goal.LEAST ? values.getMin() : values.getMax());
  }
}
