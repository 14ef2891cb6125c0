package org.espalier.nas.problem;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/**
 * A decision and the coordinate that each answer stands for.
 *
 * @param decision the decision
 * @param place the function that maps an answer to its coordinate
 */
record Coordinate(Decision decision, ToDoubleFunction<Choice> place) {
  private static final int WHOLE_STEPS = 11;
  private static final int ORDERED_STEPS = 8;
  private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

  /**
   * Creates the coordinate for a side of a box.
   *
   * @param seed the seed, which shuffles the options of an unordered form
   */
  static Coordinate of(String name, TestFunction.Side side, CoordinateEncoding form, long seed) {
    return switch (form) {
      case REAL -> real(name, side);
      case LOG -> log(name, side);
      case WHOLE -> whole(name, Steps.of(side, WHOLE_STEPS));
      case ORDERED -> ordered(name, Steps.of(side, ORDERED_STEPS));
      case UNORDERED -> unordered(name, Steps.of(side, LETTERS.size()), seed);
    };
  }

  private static Coordinate real(String name, TestFunction.Side side) {
    return new Coordinate(
        new Decision(name, new RealRange(side.low(), side.high(), Scale.LINEAR)),
        choice -> ((Choice.Real) choice).value());
  }

  private static Coordinate log(String name, TestFunction.Side side) {
    return new Coordinate(
        new Decision(name, new RealRange(1e-5, 1e-1, Scale.LOG)),
        choice ->
            side.low()
                + (side.high() - side.low())
                    * (StrictMath.log10(((Choice.Real) choice).value()) + 5)
                    / 4);
  }

  private static Coordinate whole(String name, Steps steps) {
    return new Coordinate(
        new Decision(name, new IntegerRange(0, WHOLE_STEPS - 1L, 1, Scale.LINEAR)),
        choice -> steps.place(((Choice.Whole) choice).value()));
  }

  private static Coordinate ordered(String name, Steps steps) {
    List<String> labels =
        IntStream.range(0, ORDERED_STEPS)
            .mapToObj(index -> Double.toString(steps.place(index)))
            .toList();
    return new Coordinate(
        new Decision(name, Categorical.ordered(labels)),
        choice -> steps.place(((Choice.Option) choice).index()));
  }

  /**
   * Creates an unordered coordinate, in which option k stands for step 2k + seed, modulo the number
   * of options, which is odd.
   */
  private static Coordinate unordered(String name, Steps steps, long seed) {
    return new Coordinate(
        new Decision(name, Categorical.of(LETTERS)),
        choice ->
            steps.place(
                Math.floorMod(2L * ((Choice.Option) choice).index() + seed, LETTERS.size())));
  }

  /**
   * Even steps along a side, one of which is at the minimum.
   *
   * @param first the coordinate of step 0
   * @param width the distance between neighbours
   */
  private record Steps(double first, double width) {

    static Steps of(TestFunction.Side side, int number) {
      double width = (side.high() - side.low()) / number;
      double before = Math.floor((side.best() - side.low()) / width);
      return new Steps(side.best() - Math.min(number - 1.0, before) * width, width);
    }

    double place(long index) {
      return first + (double) index * width;
    }
  }
}
