package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/** The lower triangle L of a symmetric positive-definite matrix A = L·Lᵀ; immutable. */
final class CholeskyFactor {
  private final double[][] rows;

  private CholeskyFactor(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Factors a matrix.
   *
   * @param lower the rows of its lower triangle, the diagonal included; overwritten
   * @return empty if the matrix is not positive definite in double precision
   */
  static Optional<CholeskyFactor> of(double[][] lower) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - dot(row, lower[j], j)) / lower[j][j];
      }
      double rest = row[i] - dot(row, row, i);
      if (!(rest > 0) || Double.isInfinite(rest)) {
        return Optional.empty();
      }
      row[i] = Math.sqrt(rest);
    }
    return Optional.of(new CholeskyFactor(lower));
  }

  int size() {
    return rows.length;
  }

  /** Returns the factor of the matrix with one more row, in time quadratic in the size. */
  CholeskyFactor extended(double[] covariances, double variance) {
    double[] last = Arrays.copyOf(solveLower(covariances), rows.length + 1);
    double rest = variance - dot(last, last, rows.length);
    // What rounding leaves of a variance that is nothing: a duplicate without noise.
    last[rows.length] = Math.sqrt(Math.max(rest, 1e-12 * variance));
    double[][] longer = Arrays.copyOf(rows, rows.length + 1);
    longer[rows.length] = last;
    return new CholeskyFactor(longer);
  }

  /** Returns L⁻¹·b. */
  double[] solveLower(double[] right) {
    double[] solution = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      solution[i] = (right[i] - dot(rows[i], solution, i)) / rows[i][i];
    }
    return solution;
  }

  /** Returns L⁻ᵀ·b. */
  double[] solveUpper(double[] right) {
    double[] solution = right.clone();
    for (int i = rows.length - 1; i >= 0; i--) {
      solution[i] /= rows[i][i];
      subtract(solution, rows[i], solution[i], i);
    }
    return solution;
  }

  /** Returns A⁻¹·b. */
  double[] solve(double[] right) {
    return solveUpper(solveLower(right));
  }

  /** Returns log |A|. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += FastMath.log(rows[i][i]);
    }
    return 2 * sum;
  }

  /** The rows of the lower triangle of A⁻¹ = L⁻ᵀ·L⁻¹. */
  double[][] inverse() {
    int size = rows.length;
    double[][] factor = new double[size][];
    double[][] inverse = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j < i; j++) {
        subtract(row, factor[j], rows[i][j], j + 1);
      }
      row[i] = 1;
      for (int j = 0; j <= i; j++) {
        row[j] /= rows[i][i];
      }
      factor[i] = row;
      inverse[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        subtract(inverse[j], row, -row[j], j + 1);
      }
    }
    return inverse;
  }

  private static void subtract(double[] from, double[] what, double times, int length) {
    for (int i = 0; i < length; i++) {
      from[i] -= times * what[i];
    }
  }

  /** Computes a dot product with four sums at once, which a processor adds in parallel. */
  static double dot(double[] one, double[] other, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += one[i] * other[i];
      b += one[i + 1] * other[i + 1];
      c += one[i + 2] * other[i + 2];
      d += one[i + 3] * other[i + 3];
    }
    for (; i < length; i++) {
      a += one[i] * other[i];
    }
    return a + b + (c + d);
  }
}
