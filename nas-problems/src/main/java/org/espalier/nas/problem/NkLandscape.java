package org.espalier.nas.problem;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A fitness function of N answers whose contributions depend on K neighbours each. */
final class NkLandscape {
  private final double[][] contributions;
  private final int neighbours;
  private final int options;

  private NkLandscape(double[][] contributions, int neighbours, int options) {
    this.contributions = contributions;
    this.neighbours = neighbours;
    this.options = options;
  }

  /** Draws the contributions uniformly from [0, 1). */
  static NkLandscape draw(int decisions, int neighbours, int options, RandomGenerator random) {
    int rows = power(options, neighbours + 1);
    double[][] contributions =
        IntStream.range(0, decisions)
            .mapToObj(i -> random.doubles(rows).toArray())
            .toArray(double[][]::new);
    return new NkLandscape(contributions, neighbours, options);
  }

  /** Returns the mean contribution. */
  double fitness(int... answers) {
    double sum = 0;
    for (int place = 0; place < contributions.length; place++) {
      int row = 0;
      for (int neighbour = 0; neighbour <= neighbours; neighbour++) {
        row = row * options + answers[(place + neighbour) % answers.length];
      }
      sum += contributions[place][row];
    }
    return sum / contributions.length;
  }

  /** Returns the highest fitness of all answers. */
  double optimum() {
    return IntStream.range(0, power(options, contributions.length))
        .mapToDouble(number -> fitness(digits(number)))
        .max()
        .orElseThrow();
  }

  private int[] digits(int number) {
    int[] digits = new int[contributions.length];
    int left = number;
    for (int place = 0; place < digits.length; place++) {
      digits[place] = left % options;
      left /= options;
    }
    return digits;
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, base);
    }
    return power;
  }
}
