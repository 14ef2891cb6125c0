package org.espalier.nas.tf.policy;

import java.util.Arrays;

/** Formulas of networks in plain Java. */
final class Formulas {
  private Formulas() {}

  static double sigmoid(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  static double[] times(double[] vector, double[][] matrix) {
    double[] product = new double[matrix[0].length];
    for (int row = 0; row < vector.length; row++) {
      for (int column = 0; column < product.length; column++) {
        product[column] += vector[row] * matrix[row][column];
      }
    }
    return product;
  }

  static double[] plus(double[] left, double[] right) {
    double[] sum = new double[left.length];
    Arrays.setAll(sum, i -> left[i] + right[i]);
    return sum;
  }

  /**
   * The state of a NASCell, and its step as TensorFlow's {@code NASCell} defines it (Zoph &amp; Le
   * 2017, appendix A).
   *
   * @param hidden the hidden state, which is the output
   * @param cell the memory cell
   */
  @SuppressWarnings("ArrayRecordComponent")
  record NasCellState(double[] hidden, double[] cell) {

    static NasCellState zero(int units) {
      return new NasCellState(new double[units], new double[units]);
    }

    /** Returns the state after an input, with the eight projections side by side. */
    NasCellState after(double[] input, double[][] kernel, double[][] recurrent) {
      int units = hidden.length;
      double[] x = times(input, kernel);
      double[] m = times(hidden, recurrent);
      double[] newHidden = new double[units];
      double[] newCell = new double[units];
      for (int u = 0; u < units; u++) {
        double[] sum = new double[8];
        for (int part = 0; part < 8; part++) {
          sum[part] = x[part * units + u] + m[part * units + u];
        }
        double product = x[3 * units + u] * m[3 * units + u];
        double first = Math.tanh(sigmoid(sum[0]) * Math.max(0, sum[1]));
        double second = Math.tanh(sigmoid(sum[2]) + Math.max(0, product));
        double third = Math.tanh(Math.tanh(sum[4]) * sigmoid(sum[5]));
        double fourth = sigmoid(Math.tanh(sum[6]) + sigmoid(sum[7]));
        newCell[u] = Math.tanh(first + cell[u]) * second;
        newHidden[u] = Math.tanh(newCell[u] * Math.tanh(third + fourth));
      }
      return new NasCellState(newHidden, newCell);
    }
  }
}
