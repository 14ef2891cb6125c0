package org.espalier.nas.api.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The architectures that differ from a given one in a single decision. */
final class Neighbourhood {
  /** Largest size of an integer range whose values are all neighbours. */
  private static final int LISTED = 16;

  /** Changes of a number, as shares of its range on the range's scale. */
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
    if (!decision.admits(present)) {
      throw new IllegalArgumentException(present + " does not answer " + decision + ".");
    }
    return decision
        .domain()
        .fold(
            options ->
                options(options, (int) present.number())
                    .map(decision::choose)
                    .filter(other -> space.adjacent(present, other)),
            integers ->
                positions(integers, ((Choice.Whole) present).value()).map(decision::choiceAt),
            reals ->
                numbers(reals, present.number())
                    .filter(value -> reals.contains(value) && value != present.number())
                    .distinct()
                    .mapToObj(value -> new Choice.Real(decision.name(), value)));
  }

  private static Stream<Integer> options(Categorical categorical, int present) {
    Stream<Integer> others = categorical.allowed().stream().filter(index -> index != present);
    return categorical.ordered()
        ? others.sorted(Comparator.comparingInt(index -> Math.abs(index - present)))
        : others;
  }

  /** Returns the positions of other values, the nearest first. */
  private static Stream<Long> positions(IntegerRange range, long value) {
    long present = (value - range.low()) / range.step();
    LongStream positions;
    if (range.size() <= LISTED) {
      positions = LongStream.range(0, range.size());
    } else {
      LongStream steps =
          numbers(range, (double) value)
              .mapToLong(near -> Math.round((near - (double) range.low()) / (double) range.step()));
      positions = LongStream.concat(LongStream.of(present - 1, present + 1), steps);
    }
    return positions
        .filter(position -> position != present && position >= 0 && position < range.size())
        .distinct()
        .boxed()
        .sorted(Comparator.comparingLong(position -> Math.abs(position - present)));
  }

  /**
   * Returns the numbers at fixed shares of the range below and above a number; some may lie
   * outside.
   */
  private static DoubleStream numbers(Domain range, double number) {
    Scale scale = range.scale();
    double width = scale.position(range.highest()) - scale.position(range.lowest());
    double place = scale.position(number);
    return DoubleStream.of(STEPS)
        .flatMap(step -> DoubleStream.of(-step, step))
        .map(step -> scale.value(place + step * width));
  }
}
