package org.espalier.nas.controller.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.SearchSpace;

/** The values that the grid tries of each decision. */
final class Grid {
  private final SearchSpace space;
  private final GridSettings settings;
  private final Map<String, Integer> stepsOf;

  Grid(SearchSpace space, GridSettings settings) {
    this.space = space;
    this.settings = settings;
    this.stepsOf = settings.stepsOf();
  }

  /** Returns the answers that are tried, in the order of the options or numbers. */
  List<Choice> values(Decision decision) {
    int steps = stepsOf.getOrDefault(decision.name(), settings.steps());
    boolean all =
        decision
            .domain()
            .fold(
                options -> true,
                integers -> integers.size() <= listed(decision, steps),
                reals -> false);
    return all ? decision.choices().toList() : spread(decision, steps);
  }

  /** Returns the largest size of an integer range whose values are all tried. */
  private int listed(Decision decision, int steps) {
    return stepsOf.containsKey(decision.name())
        ? steps
        : Math.max(steps, settings.listedIntegers());
  }

  /** Returns both ends and choices between them at equal distances on the scale. */
  private static List<Choice> spread(Decision decision, int steps) {
    Domain range = decision.domain();
    return IntStream.range(0, steps)
        .mapToDouble(i -> (double) i / (steps - 1))
        .map(share -> range.scale().between(range.lowest(), range.highest(), share))
        .mapToObj(decision::nearest)
        .distinct()
        .toList();
  }

  /** Returns true if each answer of an architecture is among those that are tried. */
  boolean holds(Architecture architecture) {
    Architecture made = Architecture.empty();
    for (Choice choice : architecture.choices()) {
      Optional<Decision> asked = space.next(made);
      if (asked.isEmpty() || !values(asked.get()).contains(choice)) {
        return false;
      }
      made = made.with(choice);
    }
    return true;
  }
}
