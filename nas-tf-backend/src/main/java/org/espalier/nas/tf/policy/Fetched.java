package org.espalier.nas.tf.policy;

import java.util.Arrays;
import org.espalier.nas.tf.graph.Tensors;
import org.tensorflow.Result;

/** The results of a run as arrays. */
final class Fetched {

  private Fetched() {}

  static double scalar(Result result, int index) {
    return Tensors.floats(result.get(index))[0];
  }

  static double[] doubles(Result result, int index) {
    float[] values = Tensors.floats(result.get(index));
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  /** Returns the rows of a matrix. */
  static float[][] rows(Result result, int index, int width) {
    float[] values = Tensors.floats(result.get(index));
    float[][] rows = new float[values.length / width][];
    Arrays.setAll(rows, row -> Arrays.copyOfRange(values, row * width, (row + 1) * width));
    return rows;
  }
}
