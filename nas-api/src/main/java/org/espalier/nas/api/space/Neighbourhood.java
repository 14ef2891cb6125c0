package org.espalier.nas.api.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The architectures that differ from one in a single decision. */
final class Neighbourhood {
  /** Of a longer range of integers not all values are neighbours. */
  private static final int LISTED = 16;

  /** Shares of a range, on its scale, by which a number is changed. */
  private static final double[] STEPS = {1.0 / 64, 1.0 / 16, 1.0 / 4};

  private Neighbourhood() {}

  static List<Architecture> of(
      SearchSpace space, Architecture architecture, RandomGenerator random) {
    List<Architecture> neighbours = new ArrayList<>();
    for (int position = 0; position < architecture.size(); position++) {
      Architecture before = architecture.prefix(position);
      Decision decision = space.next(before).orElseThrow();
      Choice present = architecture.choices().get(position);
      others(space, decision, present)
          .map(other -> Walks.repair(space, before.with(other), architecture, random))
          .forEach(neighbours::add);
    }
    return List.copyOf(neighbours);
  }

  private static Stream<Choice> others(SearchSpace space, Decision decision, Choice present) {
    if (decision.domain() instanceof Categorical categorical
        && present instanceof Choice.Option option) {
      return options(categorical, option)
          .map(decision::choose)
          .filter(other -> space.adjacent(present, other));
    }
    if (decision.domain() instanceof IntegerRange range && present instanceof Choice.Whole whole) {
      return integers(range, (whole.value() - range.low()) / range.step())
          .map(index -> new Choice.Whole(decision.name(), range.low() + index * range.step()));
    }
    if (decision.domain() instanceof RealRange range && present instanceof Choice.Real real) {
      return reals(range.low(), range.high(), range.scale(), real.value())
          .filter(value -> range.contains(value) && value != real.value())
          .distinct()
          .mapToObj(value -> new Choice.Real(decision.name(), value));
    }
    throw new IllegalArgumentException(present + " does not answer " + decision + ".");
  }

  private static Stream<Integer> options(Categorical categorical, Choice.Option present) {
    Stream<Integer> others =
        categorical.allowed().stream().filter(index -> index != present.index());
    return categorical.ordered()
        ? others.sorted(Comparator.comparingInt(index -> Math.abs(index - present.index())))
        : others;
  }

  /** The indices of other values, the nearest first. */
  private static Stream<Long> integers(IntegerRange range, long present) {
    LongStream indices;
    if (range.size() <= LISTED) {
      indices = LongStream.range(0, range.size());
    } else {
      double value = (double) (range.low() + present * range.step());
      LongStream steps =
          reals((double) range.low(), (double) range.high(), range.scale(), value)
              .mapToLong(near -> Math.round((near - (double) range.low()) / (double) range.step()));
      indices = LongStream.concat(LongStream.of(present - 1, present + 1), steps);
    }
    return indices
        .filter(index -> index != present && index >= 0 && index < range.size())
        .distinct()
        .boxed()
        .sorted(Comparator.comparingLong(index -> Math.abs(index - present)));
  }

  /** Values at fixed shares of the range below and above one, which may lie outside. */
  private static DoubleStream reals(double low, double high, Scale scale, double value) {
    return DoubleStream.of(STEPS)
        .flatMap(step -> DoubleStream.of(-step, step))
        .map(
            step ->
                scale == Scale.LOG
                    ? value * Math.exp(step * (Math.log(high) - Math.log(low)))
                    : value + step * (high - low));
  }
}
