package org.espalier.nas.tf.training;

import java.nio.FloatBuffer;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.tf.graph.ResourceStack;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/** Some examples as tensors: features {@code [examples, …shape]} and targets {@code [examples]}. */
final class MiniBatch implements AutoCloseable {
  private final ResourceStack resources = new ResourceStack();
  private final int exampleSize;
  private final float[] rows;
  private final float[] wanted;
  private final TFloat32 features;
  private final TFloat32 targets;
  private final FloatDataBuffer featureMemory;
  private final FloatDataBuffer targetMemory;

  /** Allocates a batch of this many examples. */
  MiniBatch(Examples examples, int size) {
    this.exampleSize = examples.shape().size();
    this.rows = new float[Math.multiplyExact(size, exampleSize)];
    this.wanted = new float[size];
    long[] dimensions = examples.shape().dimensions().stream().mapToLong(d -> d).toArray();
    this.features =
        resources.open(
            () -> Tensor.of(TFloat32.class, Shape.of(dimensions).prepend(size)), Tensor::close);
    this.targets = resources.open(() -> Tensor.of(TFloat32.class, Shape.of(size)), Tensor::close);
    this.featureMemory = features.asRawTensor().data().asFloats();
    this.targetMemory = targets.asRawTensor().data().asFloats();
  }

  void gather(Examples examples, FloatBuffer source, int[] order, int from) {
    for (int i = 0; i < wanted.length; i++) {
      int row = order[from + i];
      source.get(row * exampleSize, rows, i * exampleSize, exampleSize);
      wanted[i] = examples.target(row);
    }
    featureMemory.write(rows);
    targetMemory.write(wanted);
  }

  /** Returns the number of examples. */
  int size() {
    return wanted.length;
  }

  /** Returns the features, {@code [examples, …shape]}. */
  TFloat32 features() {
    return features;
  }

  /** Returns the targets, {@code [examples]}: class indices or numbers. */
  TFloat32 targets() {
    return targets;
  }

  /** Returns the target of one example. */
  float target(int example) {
    return wanted[example];
  }

  @Override
  public void close() {
    resources.close();
  }
}
