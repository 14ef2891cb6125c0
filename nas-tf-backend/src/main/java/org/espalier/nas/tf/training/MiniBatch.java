package org.espalier.nas.tf.training;

import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.tf.augmentation.MixedPairs;
import org.espalier.nas.tf.graph.ResourceStack;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Mixture mixture;
  private float[] mixed = {};

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

  /** A source of features. */
  @FunctionalInterface
  interface Rows {
    /** Writes the features of an example into an array, from an index on. */
    void read(int example, float[] into, int at);
  }

  /**
   * The partners of mixed examples as tensors.
   *
   * @param partners the targets of the partners, of the shape of the examples' own
   * @param share the share of each example's own features and target, a scalar
   */
  record Mixture(TFloat32 partners, TFloat32 share) {
    Mixture {
      Objects.requireNonNull(partners);
      Objects.requireNonNull(share);
    }
  }

  /**
   * Copies examples into the tensors.
   *
   * @param goals the targets of all examples
   * @param order the indices of the examples, those of this batch from an index on
   * @param pairs the examples that are mixed; null for none
   */
  void gather(Rows source, float[] goals, int[] order, int from, @Nullable MixedPairs pairs) {
    for (int i = 0; i < examples; i++) {
      int row = order[from + i];
      source.read(row, rows, i * exampleSize);
      System.arraycopy(goals, row * width, wanted, i * width, width);
    }
    targetMemory.write(wanted);
    if (pairs == null) {
      featureMemory.write(rows);
    } else {
      mix(pairs);
    }
  }

  private void mix(MixedPairs pairs) {
    Mixture tensors = mixture;
    if (tensors == null) {
      tensors =
          new Mixture(
              resources.open(() -> Tensor.of(TFloat32.class, targets.shape()), Tensor::close),
              resources.open(() -> Tensor.of(TFloat32.class, Shape.scalar()), Tensor::close));
      mixture = tensors;
      mixed = new float[rows.length];
    }
    pairs.mix(rows, mixed);
    featureMemory.write(mixed);
    float[] partners = new float[wanted.length];
    pairs.partners(wanted, partners);
    tensors.partners().asRawTensor().data().asFloats().write(partners);
    tensors.share().asRawTensor().data().asFloats().setFloat(pairs.share(), 0);
  }

  /** Returns the partners of mixed examples; empty if none were ever mixed. */
  Optional<Mixture> mixture() {
    return Optional.ofNullable(mixture);
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
