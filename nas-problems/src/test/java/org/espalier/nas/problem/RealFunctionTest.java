package org.espalier.nas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealFunctionTest {

  static List<TestFunction> functions() {
    return List.of(
        TestFunctions.branin(),
        TestFunctions.hartmann6(),
        TestFunctions.rosenbrock5(),
        TestFunctions.rastrigin5());
  }

  static Stream<LongFunction<ReferenceProblem>> families() {
    return RealFunction.all().stream()
        .flatMap(
            function ->
                Stream.<LongFunction<ReferenceProblem>>of(
                    function::plain, function::mixed, function::logarithmic));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theMinimumIsWhereTheLiteratureSaysIt(TestFunction function) {
    double[] best = function.sides().stream().mapToDouble(TestFunction.Side::best).toArray();
    assertThat(function.value().applyAsDouble(best)).isCloseTo(function.minimum(), within(1e-13));
    for (int i = 0; i < best.length; i++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] beside = best.clone();
        beside[i] += step;
        assertThat(function.value().applyAsDouble(beside)).isGreaterThan(function.minimum());
      }
    }
  }

  /**
   * The minima 0.397887 and −3.32237 are published to six digits; the other two are 0 by
   * construction.
   */
  @Test
  void theMinimaArePublished() {
    assertThat(functions().stream().mapToDouble(TestFunction::minimum))
        .usingElementComparator((left, right) -> Math.abs(left - right) < 1e-5 ? 0 : 1)
        .containsExactly(0.397887, -3.32237, 0.0, 0.0);
  }

  /** The values are computed by hand: at the origin, and for Hartmann-6 by its definition. */
  @Test
  void knownValues() {
    assertThat(value(TestFunctions.branin(), 0, 0)).isCloseTo(55.602112642270264, within(1e-12));
    assertThat(value(TestFunctions.rosenbrock5(), 0, 0, 0, 0, 0)).isEqualTo(4);
    assertThat(value(TestFunctions.rosenbrock5(), -1, 1, 1, 1, 1)).isEqualTo(4);
    assertThat(value(TestFunctions.rosenbrock5(), 2, 2, 2, 2, 2)).isEqualTo(4 * 401);
    assertThat(value(TestFunctions.rastrigin5(), 1, 1, 1, 1, 1)).isCloseTo(5, within(1e-12));
    assertThat(value(TestFunctions.rastrigin5(), 0.5, 0, 0, 0, 0)).isCloseTo(20.25, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theSpreadIsAboutTheStandardDeviation(TestFunction function) {
    ReferenceProblem problem =
        RealFunction.all().stream()
            .filter(candidate -> candidate.name().equals(function.name()))
            .findFirst()
            .orElseThrow()
            .plain(1);
    double[] rewards =
        RandomSearch.draw(problem.space(), 1, 5_000).stream()
            .mapToDouble(problem.reward())
            .toArray();
    double mean = Arrays.stream(rewards).average().orElseThrow();
    double variance =
        Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
    assertThat(Math.sqrt(variance) / function.spread()).isBetween(0.8, 1.25);
  }

  @ParameterizedTest
  @MethodSource("families")
  void noArchitectureIsBetterThanTheOptimum(LongFunction<ReferenceProblem> family) {
    LongStream.rangeClosed(1, 10)
        .mapToObj(family)
        .forEach(
            problem ->
                assertThat(RandomSearch.draw(problem.space(), 1, 2_000))
                    .allMatch(architecture -> problem.regret(architecture) >= -1e-9));
  }

  @ParameterizedTest
  @MethodSource("families")
  void theSeedGivesTheMember(LongFunction<ReferenceProblem> family) {
    ReferenceProblem problem = family.apply(1);
    assertThat(RandomSearch.draw(problem.space(), 1, 20))
        .allMatch(a -> family.apply(1).regret(a) == problem.regret(a));
    assertThat(family.apply(2).name()).isEqualTo(problem.name());
  }

  /**
   * Coordinates are asked independently, so the best answer is among those near the best of each.
   */
  @ParameterizedTest
  @MethodSource("functions")
  void theOptimumOfEveryVariantCanBeReached(TestFunction function) {
    for (long seed = 1; seed <= 10; seed++) {
      double[] best = function.sides().stream().mapToDouble(TestFunction.Side::best).toArray();
      SplitMix64 random = new SplitMix64(seed);
      for (CoordinateEncoding form : CoordinateEncoding.values()) {
        for (int i = 0; i < best.length; i++) {
          double shift = random.symmetric(i, function.extent());
          TestFunction.Side side = function.sides().get(i).shifted(shift, function.boxMoves());
          Coordinate coordinate = Coordinate.of("x", side, form, seed);
          assertThat(side.best()).isBetween(side.low(), side.high());
          assertThat(nearest(coordinate, side.best())).isCloseTo(0, within(1e-9));
        }
      }
    }
  }

  @Test
  void theStepsOfTheMixedVariantLieInTheBoxAndStandForDifferentPlaces() {
    ReferenceProblem mixed = RealFunction.rastrigin5().mixed(3);
    assertThat(mixed.space().decisions().stream().map(Decision::domain).map(Object::getClass))
        .containsExactly(
            RealRange.class,
            RealRange.class,
            IntegerRange.class,
            Categorical.class,
            Categorical.class);
    for (CoordinateEncoding form :
        List.of(
            CoordinateEncoding.WHOLE, CoordinateEncoding.ORDERED, CoordinateEncoding.UNORDERED)) {
      Coordinate coordinate = Coordinate.of("x", new TestFunction.Side(-1, 1, 0.3), form, 7);
      double[] places =
          coordinate.decision().choices().mapToDouble(coordinate.place()).sorted().toArray();
      double width = 2.0 / places.length;
      assertThat(places[0]).isGreaterThanOrEqualTo(-1);
      assertThat(places[places.length - 1]).isLessThanOrEqualTo(1);
      for (int i = 1; i < places.length; i++) {
        assertThat(places[i] - places[i - 1]).isCloseTo(width, within(1e-12));
      }
    }
  }

  /** The variant has the same places, under other answers. */
  @Test
  void theLogarithmicVariantMeansTheSamePlaces() {
    for (RealFunction function : RealFunction.all()) {
      ReferenceProblem plain = function.plain(5);
      ReferenceProblem log = function.logarithmic(5);
      for (Architecture architecture : RandomSearch.draw(log.space(), 1, 100)) {
        Architecture same =
            new Architecture(
                IntStream.range(0, architecture.size())
                    .mapToObj(i -> linear(architecture, i, plain.space().decisions().get(i)))
                    .toList());
        assertThat(plain.regret(same)).isCloseTo(log.regret(architecture), within(1e-6));
      }
    }
  }

  private static Choice linear(Architecture architecture, int index, Decision decision) {
    double value = ((Choice.Real) architecture.choices().get(index)).value();
    RealRange range = (RealRange) decision.domain();
    double share = (Math.log(value) - Math.log(1e-5)) / Math.log(1e4);
    return new Choice.Real(
        decision.name(),
        index % 2 == 0 ? range.low() + share * (range.high() - range.low()) : value);
  }

  private static double value(TestFunction function, double... x) {
    return function.value().applyAsDouble(x);
  }

  /**
   * Returns the distance to the nearest answer; reals by bisection, as their coordinate grows with
   * them.
   */
  private static double nearest(Coordinate coordinate, double place) {
    Decision decision = coordinate.decision();
    if (!decision.domain().isFinite()) {
      Domain range = decision.domain();
      double low = range.lowest();
      double high = range.highest();
      for (int i = 0; i < 200; i++) {
        double middle = (low + high) / 2;
        boolean above =
            coordinate.place().applyAsDouble(new Choice.Real(decision.name(), middle)) > place;
        low = above ? low : middle;
        high = above ? middle : high;
      }
      return coordinate.place().applyAsDouble(new Choice.Real(decision.name(), low)) - place;
    }
    return decision
        .choices()
        .mapToDouble(coordinate.place())
        .map(answer -> Math.abs(answer - place))
        .min()
        .orElseThrow();
  }
}
