package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * The lower triangle L of a symmetric positive-definite matrix A = L·Lᵀ; immutable.
 *
 * <p>Each element is computed by subtracting products in the order of the columns, however a factor
 * or a solution is computed. So a factor with rows added equals the factor of the larger matrix bit
 * for bit, and several right-hand sides solved at once give the bits of each solved alone.
 */
final class CholeskyFactor {
  /** The elements of each column, from the diagonal on. */
  private final double[][] columns;

  private CholeskyFactor(double[][] columns) {
    this.columns = columns;
  }

  /**
   * Factors a matrix.
   *
   * @param lower the columns of its lower triangle, from the diagonal on; overwritten
   * @return empty if the matrix is not positive definite in double precision
   */
  static Optional<CholeskyFactor> of(double[][] lower) {
    for (int j = 0; j < lower.length; j++) {
      double[] column = lower[j];
      for (int k = 0; k < j; k++) {
        subtract(column, 0, lower[k], j - k, lower[k][j - k]);
      }
      if (!isVariance(column[0])) {
        return Optional.empty();
      }
      double root = Math.sqrt(column[0]);
      column[0] = root;
      for (int i = 1; i < column.length; i++) {
        column[i] /= root;
      }
    }
    return Optional.of(new CholeskyFactor(lower));
  }

  /**
   * Factors a matrix whose first rows are those of a matrix factored before; each other row takes
   * time quadratic in the size.
   *
   * @param known the factor of a matrix with the same first rows, or null
   * @param kept the number of these rows; 0 if {@code known} is null
   * @param size the number of all rows
   * @param row returns the elements of a row left of the diagonal; they are overwritten
   * @param diagonal the element of each row on the diagonal
   * @return empty if the matrix is not positive definite in double precision
   */
  static Optional<CholeskyFactor> extending(
      @Nullable CholeskyFactor known,
      int kept,
      int size,
      IntFunction<double[]> row,
      double diagonal) {
    double[][] columns = new double[size][];
    for (int j = 0; j < size; j++) {
      columns[j] =
          known != null && j < kept
              ? Arrays.copyOf(Arrays.copyOf(known.columns[j], kept - j), size - j)
              : new double[size - j];
    }
    for (int i = kept; i < size; i++) {
      double[] last = row.apply(i);
      double rest = solveRow(columns, last, diagonal);
      if (!isVariance(rest)) {
        return Optional.empty();
      }
      put(columns, last, rest);
    }
    return Optional.of(new CholeskyFactor(columns));
  }

  /** Returns the factor of the matrix with one more row, in time quadratic in the size. */
  CholeskyFactor extended(double[] covariances, double variance) {
    int size = columns.length;
    double[][] longer = new double[size + 1][];
    for (int j = 0; j < size; j++) {
      longer[j] = Arrays.copyOf(columns[j], size - j + 1);
    }
    longer[size] = new double[1];
    double[] last = covariances.clone();
    double rest = solveRow(columns, last, variance);
    // What rounding leaves of a variance that is nothing: a duplicate without noise.
    put(longer, last, Math.max(rest, 1e-12 * variance));
    return new CholeskyFactor(longer);
  }

  private static boolean isVariance(double number) {
    return number > 0 && !Double.isInfinite(number);
  }

  /** Solves for the elements of a row, and returns the square of the one on the diagonal. */
  private static double solveRow(double[][] columns, double[] row, double diagonal) {
    solveLower(columns, row);
    double rest = diagonal;
    for (double element : row) {
      rest -= element * element;
    }
    return rest;
  }

  private static void put(double[][] columns, double[] row, double squaredLast) {
    for (int j = 0; j < row.length; j++) {
      columns[j][row.length - j] = row[j];
    }
    columns[row.length][0] = Math.sqrt(squaredLast);
  }

  int size() {
    return columns.length;
  }

  /** Returns L⁻¹·b. */
  double[] solveLower(double[] right) {
    double[] solution = right.clone();
    solveLower(columns, solution);
    return solution;
  }

  /** Solves the first equations, as many as {@code solution} has elements. */
  private static void solveLower(double[][] columns, double[] solution) {
    for (int j = 0; j < solution.length; j++) {
      solution[j] /= columns[j][0];
      subtract(solution, j + 1, columns[j], 1, solution[j]);
    }
  }

  /**
   * Solves for several right-hand sides at once.
   *
   * @param right the row i has the element i of each right-hand side; overwritten with L⁻¹·right
   */
  void solveLower(double[][] right) {
    for (int i = 0; i < columns.length; i++) {
      double[] row = right[i];
      int j = 0;
      for (; j + 3 < i; j += 4) {
        subtract(
            row,
            right[j],
            columns[j][i - j],
            right[j + 1],
            columns[j + 1][i - j - 1],
            right[j + 2],
            columns[j + 2][i - j - 2],
            right[j + 3],
            columns[j + 3][i - j - 3]);
      }
      for (; j < i; j++) {
        subtract(row, 0, right[j], 0, columns[j][i - j]);
      }
      for (int c = 0; c < row.length; c++) {
        row[c] /= columns[i][0];
      }
    }
  }

  /** Returns L⁻ᵀ·b. */
  double[] solveUpper(double[] right) {
    double[] solution = right.clone();
    for (int i = columns.length - 1; i >= 0; i--) {
      double[] column = columns[i];
      double a = 0;
      double b = 0;
      double c = 0;
      double d = 0;
      int j = 1;
      for (; j + 3 < column.length; j += 4) {
        a += column[j] * solution[i + j];
        b += column[j + 1] * solution[i + j + 1];
        c += column[j + 2] * solution[i + j + 2];
        d += column[j + 3] * solution[i + j + 3];
      }
      for (; j < column.length; j++) {
        a += column[j] * solution[i + j];
      }
      solution[i] = (solution[i] - (a + b + (c + d))) / column[0];
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
    for (double[] column : columns) {
      sum += FastMath.log(column[0]);
    }
    return 2 * sum;
  }

  /** The rows of the lower triangle of A⁻¹ = L⁻ᵀ·L⁻¹. */
  double[][] inverse() {
    int size = columns.length;
    double[][] factor = new double[size][];
    double[][] inverse = new double[size][];
    for (int i = 0; i < size; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j < i; j++) {
        subtract(row, factor[j], columns[j][i - j], j + 1);
      }
      row[i] = 1;
      for (int j = 0; j <= i; j++) {
        row[j] /= columns[i][0];
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

  /** Subtracts as much of {@code what} as there is of {@code from}. */
  private static void subtract(
      double[] from, int first, double[] what, int firstOfWhat, double times) {
    int shift = firstOfWhat - first;
    for (int i = first; i < from.length; i++) {
      from[i] -= times * what[i + shift];
    }
  }

  private static void subtract(
      double[] from,
      double[] what0,
      double times0,
      double[] what1,
      double times1,
      double[] what2,
      double times2,
      double[] what3,
      double times3) {
    for (int i = 0; i < from.length; i++) {
      from[i] =
          from[i] - times0 * what0[i] - times1 * what1[i] - times2 * what2[i] - times3 * what3[i];
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
