package org.espalier.nas.tf.training;

import java.nio.FloatBuffer;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.tf.graph.ResourceStack;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/**
 * Some examples as tensors: features {@code [examples, …shape]} and targets {@code [examples]}, or
 * {@code [examples, labels]} if there are several for each.
 */
final class MiniBatch implements AutoCloseable {
  private final ResourceStack resources = new ResourceStack();
  private final int examples;
  private final int exampleSize;
  private final int width;
  private final float[] rows;
  private final float[] wanted;
  private final TFloat32 features;
  private final TFloat32 targets;
  private final FloatDataBuffer featureMemory;
  private final FloatDataBuffer targetMemory;

  /** Allocates a batch of this many examples. */
  MiniBatch(Examples examples, int size) {
    this.examples = size;
    this.exampleSize = examples.shape().size();
    this.width = examples.targetsPerExample();
    this.rows = new float[Math.multiplyExact(size, exampleSize)];
    this.wanted = new float[Math.multiplyExact(size, width)];
    long[] dimensions = examples.shape().dimensions().stream().mapToLong(d -> d).toArray();
    this.features =
        resources.open(
            () -> Tensor.of(TFloat32.class, Shape.of(dimensions).prepend(size)), Tensor::close);
    Shape wantedShape = width == 1 ? Shape.of(size) : Shape.of(size, width);
    this.targets = resources.open(() -> Tensor.of(TFloat32.class, wantedShape), Tensor::close);
    this.featureMemory = features.asRawTensor().data().asFloats();
    this.targetMemory = targets.asRawTensor().data().asFloats();
  }

  void gather(Examples source, FloatBuffer goals, int[] order, int from) {
    for (int i = 0; i < examples; i++) {
      int row = order[from + i];
      source.read(row, rows, i * exampleSize);
      goals.get(row * width, wanted, i * width, width);
    }
    featureMemory.write(rows);
    targetMemory.write(wanted);
  }

  /** Returns the number of examples. */
  int size() {
    return examples;
  }

  /** Returns the features, {@code [examples, …shape]}. */
  TFloat32 features() {
    return features;
  }

  /**
   * Returns the targets: class indices or numbers, {@code [examples]}; or labels, {@code [examples,
   * labels]}.
   */
  TFloat32 targets() {
    return targets;
  }

  /**
   * Copies the targets of all examples.
   *
   * @param at the index of the first of them in the array
   */
  void copyTargets(float[] into, int at) {
    System.arraycopy(wanted, 0, into, at, wanted.length);
  }

  @Override
  public void close() {
    resources.close();
  }
}
