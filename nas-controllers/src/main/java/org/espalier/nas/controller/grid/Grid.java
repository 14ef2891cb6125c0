package org.espalier.nas.controller.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;

/** The values of each decision that the grid tries. */
final class Grid {
  private final SearchSpace space;
  private final GridSettings settings;
  private final Map<String, Integer> stepsOf;

  Grid(SearchSpace space, GridSettings settings) {
    this.space = space;
    this.settings = settings;
    this.stepsOf = settings.stepsOf();
  }

  /** The answers that are tried, in the order of the options or numbers. */
  List<Choice> values(Decision decision) {
    String name = decision.name();
    if (decision.domain() instanceof Categorical categorical) {
      return categorical.allowed().stream().map(decision::choose).toList();
    }
    if (decision.domain() instanceof IntegerRange range) {
      return whole(name, range).<Choice>mapToObj(v -> new Choice.Whole(name, v)).toList();
    }
    return real(name, (RealRange) decision.domain());
  }

  private LongStream whole(String name, IntegerRange range) {
    int steps = stepsOf.getOrDefault(name, settings.steps());
    long listed = stepsOf.containsKey(name) ? steps : Math.max(steps, settings.listedIntegers());
    if (range.size() <= listed) {
      return LongStream.range(0, range.size()).map(index -> range.low() + index * range.step());
    }
    double last = (double) (range.low() + (range.size() - 1) * range.step());
    return IntStream.range(0, steps)
        .mapToDouble(i -> point((double) range.low(), last, range.scale(), i, steps))
        .mapToLong(point -> Math.round((point - (double) range.low()) / (double) range.step()))
        .map(index -> Math.max(0, Math.min(range.size() - 1, index)))
        .distinct()
        .map(index -> range.low() + index * range.step());
  }

  private List<Choice> real(String name, RealRange range) {
    int steps = stepsOf.getOrDefault(name, settings.steps());
    return IntStream.range(0, steps)
        .mapToDouble(i -> point(range.low(), range.high(), range.scale(), i, steps))
        .distinct()
        .<Choice>mapToObj(value -> new Choice.Real(name, value))
        .toList();
  }

  /** The ends exactly, what is between them at equal distances on the scale. */
  private static double point(double low, double high, Scale scale, int index, int steps) {
    if (index == 0) {
      return low;
    }
    if (index == steps - 1) {
      return high;
    }
    double share = (double) index / (steps - 1);
    double value =
        scale == Scale.LOG
            ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
            : low * (1 - share) + high * share;
    return Math.max(low, Math.min(high, value));
  }

  /** Whether each answer of an architecture is among those that are tried. */
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
