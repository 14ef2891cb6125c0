package org.espalier.nas.problem;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;

/**
 * A family of problems made from a function of several real numbers with a published minimum. The
 * reward is the negated function; the decisions are {@code x1}, {@code x2}, ….
 *
 * <p>A seed shifts coordinate i, from 0, by e (2 u<sub>i</sub> − 1), where u<sub>i</sub> is output
 * i of SplitMix64 from that seed, its upper 53 bits as a fraction. Branin, Hartmann-6 and
 * Rosenbrock-5 are shifted together with their box, e = 100; the minimum of Rastrigin-5 moves
 * within its box, e = 3.
 *
 * <p>Each has two variants, which differ in their decisions:
 *
 * <ul>
 *   <li>{@link #logarithmic}: every other coordinate, from the first, is asked as a number v from
 *       1e-5 to 1e-1 on a logarithmic scale; it stands for low + (high − low) (log<sub>10</sub> v +
 *       5) / 4.
 *   <li>{@link #mixed}: some coordinates are asked in n steps of width w = (high − low) / n, of
 *       which one, k = ⌊(best − low) / w⌋, is the place of the minimum: as the whole number of the
 *       step, 0 to 10; as one of eight ordered options; or as one of five options without order, of
 *       which option j stands for step (2 j + seed) modulo 5.
 * </ul>
 *
 * <p>All have the same optimum.
 */
public final class RealFunction {
  private final TestFunction function;

  private RealFunction(TestFunction function) {
    this.function = function;
  }

  /**
   * Returns Branin's function of two numbers in [−5, 10] × [0, 15]; three places share the minimum
   * 0.397887 (Branin 1972; constants of Dixon &amp; Szegö 1978). Mixed: x2 has ordered options.
   */
  public static RealFunction branin() {
    return new RealFunction(TestFunctions.branin());
  }

  /**
   * Returns Hartmann's function of six numbers in [0, 1]; the minimum −3.32237 is the lowest of six
   * local ones (Hartmann 1973; constants of Dixon &amp; Szegö 1978). Mixed: x2 is an integer, x3
   * has ordered options and x4 has unordered ones.
   */
  public static RealFunction hartmann6() {
    return new RealFunction(TestFunctions.hartmann6());
  }

  /**
   * Returns Rosenbrock's function of five numbers in [−2.048, 2.048], a curved valley that leads to
   * the minimum 0 where all are 1 (Rosenbrock 1960; in several dimensions De Jong 1975). Mixed: x3
   * is an integer, x4 has ordered options and x5 has unordered ones.
   */
  public static RealFunction rosenbrock5() {
    return new RealFunction(TestFunctions.rosenbrock5());
  }

  /**
   * Returns Rastrigin's function of five numbers in [−5.12, 5.12], a bowl with a regular grid of
   * dents, minimum 0 (Rastrigin 1974; this form Mühlenbein, Schomisch &amp; Born 1991). Mixed: x3
   * is an integer, x4 has ordered options and x5 has unordered ones.
   */
  public static RealFunction rastrigin5() {
    return new RealFunction(TestFunctions.rastrigin5());
  }

  /** Returns all families. */
  public static List<RealFunction> all() {
    return List.of(branin(), hartmann6(), rosenbrock5(), rastrigin5());
  }

  /** Returns the name of the function for display. */
  public String name() {
    return function.name();
  }

  /** Returns the approximate standard deviation of the values over the box. */
  public double spread() {
    return function.spread();
  }

  /** Returns the problem whose decisions are real numbers on a linear scale. */
  public ReferenceProblem plain(long seed) {
    return problem(
        "", IntStream.range(0, size()).mapToObj(i -> CoordinateEncoding.REAL).toList(), seed);
  }

  /** Returns the variant in which some decisions are integers or options. */
  public ReferenceProblem mixed(long seed) {
    return problem(" (mixed)", function.mixed(), seed);
  }

  /** Returns the variant in which some decisions are real numbers on a logarithmic scale. */
  public ReferenceProblem logarithmic(long seed) {
    return problem(
        " (log)",
        IntStream.range(0, size())
            .mapToObj(i -> i % 2 == 0 ? CoordinateEncoding.LOG : CoordinateEncoding.REAL)
            .toList(),
        seed);
  }

  private int size() {
    return function.sides().size();
  }

  private ReferenceProblem problem(String variant, List<CoordinateEncoding> forms, long seed) {
    double[] shifts = shifts(seed);
    List<Coordinate> coordinates =
        IntStream.range(0, shifts.length)
            .mapToObj(
                i ->
                    Coordinate.of(
                        "x" + (i + 1),
                        function.sides().get(i).shifted(shifts[i], function.boxMoves()),
                        forms.get(i),
                        seed))
            .toList();
    List<Decision> decisions = coordinates.stream().map(Coordinate::decision).toList();
    return new ReferenceProblem(
        function.name() + variant,
        new VectorSpace(decisions),
        architecture -> -function.value().applyAsDouble(place(architecture, coordinates, shifts)),
        -function.minimum());
  }

  private double[] shifts(long seed) {
    SplitMix64 random = new SplitMix64(seed);
    return IntStream.range(0, size())
        .mapToDouble(i -> random.symmetric(i, function.extent()))
        .toArray();
  }

  /** Returns the argument of the published function that an architecture stands for. */
  private static double[] place(
      Architecture architecture, List<Coordinate> coordinates, double... shifts) {
    return IntStream.range(0, shifts.length)
        .mapToDouble(
            i ->
                coordinates.get(i).place().applyAsDouble(architecture.choices().get(i)) - shifts[i])
        .toArray();
  }
}
