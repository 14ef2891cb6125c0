package org.espalier.nas.engine.space;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The choices from which a feasible architecture can be reached.
 *
 * <p>If the bounds on prefixes are not exact, a depth-first search looks for one that begins with
 * the choice, in the order of the options. It ends early after {@value #MOST_VISITS} prefixes or at
 * a decision with more than {@value #MOST_VALUES} values: the choice is not masked then.
 */
final class FeasibleChoices {
  private static final int MOST_VISITS = 1_000;
  private static final int MOST_VALUES = 256;

  private final SearchSpace whole;
  private final Predicate<Architecture> feasible;
  private final boolean exact;

  FeasibleChoices(SearchSpace whole, Predicate<Architecture> feasible, boolean exact) {
    this.whole = whole;
    this.feasible = feasible;
    this.exact = exact;
  }

  /**
   * Returns a decision with choices masked that lead to no feasible architecture; the decision
   * itself if all do. A range is narrowed at its ends.
   */
  Decision masked(Architecture made, Decision decision) {
    if (!isListed(decision)) {
      return decision;
    }
    long[] open =
        LongStream.range(0, decision.domain().count().orElseThrow())
            .filter(position -> reachable(made.with(decision.choiceAt(position))))
            .toArray();
    if (open.length == 0) {
      return decision;
    }
    Domain domain =
        decision
            .domain()
            .fold(
                options -> allowing(options, open),
                integers -> between(integers, open[0], open[open.length - 1]),
                reals -> reals);
    return new Decision(decision.name(), domain);
  }

  private static Categorical allowing(Categorical options, long[] positions) {
    List<Integer> allowed =
        LongStream.of(positions).mapToObj(at -> options.allowed().get((int) at)).toList();
    return options.allowing(allowed);
  }

  private static IntegerRange between(IntegerRange range, long first, long last) {
    return new IntegerRange(range.at(first), range.at(last), range.step(), range.scale());
  }

  private static boolean isListed(Decision decision) {
    return decision.domain().count().orElse(Long.MAX_VALUE) <= MOST_VALUES;
  }

  /** Returns false if no feasible architecture begins with {@code made}. */
  boolean reachable(Architecture made) {
    return exact ? feasible.test(made) : new Search().reaches(made);
  }

  /** A search, with the number of prefixes that it may still visit. */
  private final class Search {
    private int visits = MOST_VISITS;

    boolean reaches(Architecture made) {
      if (--visits < 0) {
        return true;
      }
      if (!feasible.test(made)) {
        return false;
      }
      Optional<Decision> next = whole.next(made);
      return next.isEmpty()
          || !isListed(next.get())
          || next.get().choices().anyMatch(choice -> reaches(made.with(choice)));
    }
  }
}
