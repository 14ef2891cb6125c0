package org.espalier.nas.tf.policy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.espalier.nas.api.policy.PolicyNetwork;

/** The weights of a network, read from and written into its snapshot. */
final class Weights {
  private static final int HEADER = 4;
  private static final int ITERATION = 8;

  private final byte[] snapshot;
  private int position;

  private Weights(byte[] snapshot) {
    this.snapshot = snapshot;
  }

  /** Returns the weights of a network whose optimizer keeps only the count of iterations. */
  static Weights of(PolicyNetwork network) {
    return new Weights(network.snapshot());
  }

  /** Returns all weights in one vector. */
  float[] all() {
    float[] values = new float[(snapshot.length - HEADER - ITERATION) / Float.BYTES];
    buffer().asFloatBuffer().get(values);
    return values;
  }

  /** Returns the next matrix, in the order in which the model creates its weights. */
  double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int row = 0; row < rows; row++) {
      matrix[row] = vector(columns);
    }
    return matrix;
  }

  /** Returns the next vector, in the order in which the model creates its weights. */
  double[] vector(int length) {
    float[] values = Arrays.copyOfRange(all(), position, position + length);
    position += length;
    double[] doubles = new double[length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  /** Returns true if every weight was taken by {@link #matrix} or {@link #vector}. */
  boolean exhausted() {
    return position == all().length;
  }

  /** Assigns these weights to a network, moved along a direction. */
  void moveInto(PolicyNetwork network, float[] direction, double distance) {
    float[] moved = all();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (distance * direction[i]);
    }
    byte[] changed = snapshot.clone();
    ByteBuffer.wrap(changed, HEADER, changed.length - HEADER)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer()
        .put(moved);
    network.restore(changed);
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(snapshot, HEADER, snapshot.length - HEADER - ITERATION)
        .order(ByteOrder.nativeOrder());
  }
}
