package org.espalier.nas.problem;

import static org.espalier.nas.problem.CoordinateEncoding.ORDERED;
import static org.espalier.nas.problem.CoordinateEncoding.REAL;
import static org.espalier.nas.problem.CoordinateEncoding.UNORDERED;
import static org.espalier.nas.problem.CoordinateEncoding.WHOLE;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.problem.TestFunction.Side;

/** The published functions. */
final class TestFunctions {
  private static final double FAR = 100;
  private static final double[] WEIGHTS = {1.0, 1.2, 3.0, 3.2};
  private static final double[][] SCALES = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] CENTRES = {
    {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
    {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
    {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
    {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
  };

  private TestFunctions() {}

  /**
   * Returns Branin's function; the middle one of its three minima is on the steps of the mixed
   * variant.
   */
  static TestFunction branin() {
    return new TestFunction(
        "Branin",
        List.of(new Side(-5, 10, Math.PI), new Side(0, 15, 2.275)),
        TestFunctions::branin,
        0.39788735772973816,
        50,
        FAR,
        true,
        List.of(REAL, ORDERED),
        List.of(List.of(-Math.PI, 12.275), List.of(3 * Math.PI, 2.475)));
  }

  private static double branin(double... x) {
    double b = 5.1 / (4 * Math.PI * Math.PI);
    double slope = x[1] - b * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
    return slope * slope + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x[0]) + 10;
  }

  static TestFunction hartmann6() {
    double[] best = {0.20168951, 0.15001069, 0.47687398, 0.27533243, 0.31165161, 0.65730053};
    return new TestFunction(
        "Hartmann-6",
        Arrays.stream(best).mapToObj(place -> new Side(0, 1, place)).toList(),
        TestFunctions::hartmann6,
        -3.3223680114155147,
        0.4,
        FAR,
        true,
        List.of(REAL, WHOLE, ORDERED, UNORDERED, REAL, REAL),
        List.of());
  }

  private static double hartmann6(double... x) {
    double sum = 0;
    for (int term = 0; term < WEIGHTS.length; term++) {
      double distance = 0;
      for (int i = 0; i < x.length; i++) {
        double apart = x[i] - CENTRES[term][i];
        distance += SCALES[term][i] * apart * apart;
      }
      sum += WEIGHTS[term] * StrictMath.exp(-distance);
    }
    return -sum;
  }

  static TestFunction rosenbrock5() {
    return new TestFunction(
        "Rosenbrock-5",
        Collections.nCopies(5, new Side(-2.048, 2.048, 1)),
        TestFunctions::rosenbrock,
        0,
        1400,
        FAR,
        true,
        List.of(REAL, REAL, WHOLE, ORDERED, UNORDERED),
        List.of());
  }

  private static double rosenbrock(double... x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double bend = x[i + 1] - x[i] * x[i];
      double rest = 1 - x[i];
      sum += 100 * bend * bend + rest * rest;
    }
    return sum;
  }

  /**
   * Returns Rastrigin's function, shifted within the box: the classic minimum is in the centre,
   * which is too easily guessed.
   */
  static TestFunction rastrigin5() {
    return new TestFunction(
        "Rastrigin-5",
        Collections.nCopies(5, new Side(-5.12, 5.12, 0)),
        TestFunctions::rastrigin,
        0,
        25,
        3,
        false,
        List.of(REAL, REAL, WHOLE, ORDERED, UNORDERED),
        List.of());
  }

  private static double rastrigin(double... x) {
    return IntStream.range(0, x.length)
        .mapToDouble(i -> x[i] * x[i] - 10 * StrictMath.cos(2 * Math.PI * x[i]) + 10)
        .sum();
  }

  /**
   * Returns the sphere; the spread of the squares of five uniform numbers in the box is 2 a² √5 /
   * √45.
   */
  static TestFunction sphere5() {
    return new TestFunction(
        "Sphere-5",
        Collections.nCopies(5, new Side(-5.12, 5.12, 0)),
        x -> Arrays.stream(x).map(value -> value * value).sum(),
        0,
        17,
        3,
        false,
        List.of(REAL, REAL, WHOLE, ORDERED, UNORDERED),
        List.of());
  }

  static TestFunction ackley5() {
    return new TestFunction(
        "Ackley-5",
        Collections.nCopies(5, new Side(-32.768, 32.768, 0)),
        TestFunctions::ackley,
        0,
        1,
        20,
        false,
        List.of(REAL, REAL, WHOLE, ORDERED, UNORDERED),
        List.of());
  }

  private static double ackley(double... x) {
    double squares = Arrays.stream(x).map(value -> value * value).average().orElseThrow();
    double waves =
        Arrays.stream(x).map(value -> StrictMath.cos(2 * Math.PI * value)).average().orElseThrow();
    return 20 - 20 * StrictMath.exp(-0.2 * Math.sqrt(squares)) + Math.E - StrictMath.exp(waves);
  }
}
