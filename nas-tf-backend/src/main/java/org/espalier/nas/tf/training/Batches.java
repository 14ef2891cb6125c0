package org.espalier.nas.tf.training;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.tf.augmentation.ImageAugmenter;
import org.espalier.nas.tf.augmentation.MixedPairs;
import org.espalier.nas.tf.graph.ResourceStack;

/**
 * Examples of a part in batches, in an order that can be shuffled. The rows of a batch are copied
 * into native memory that all batches of its size share, so that an epoch allocates nothing.
 */
final class Batches implements AutoCloseable {
  private static final int MOST_PREDICTED = 1024;
  private static final int MOST_VALUES = 1 << 20;

  /** Larger batches of images are not faster, and convolutions make many values of each. */
  private static final int MOST_IMAGES = 64;

  private final ResourceStack resources = new ResourceStack();
  private final Examples source;
  private final float[] targets;
  private final int[] rows;
  private final int[] order;
  private final int size;
  private final MiniBatch full;
  private final MiniBatch last;

  /**
   * Creates batches of some examples.
   *
   * @param examples the source of the rows
   * @param rows the indices of the examples to use, at least one
   * @param size the number of examples in a batch; the last one may have fewer
   */
  Batches(Examples examples, int[] rows, int size) {
    if (rows.length == 0) {
      throw new InvalidDataException(
          "A part of the data has no examples; each part must have at least one.");
    }
    this.source = examples;
    this.targets = new float[examples.size() * examples.targetsPerExample()];
    examples.targets().get(targets);
    this.rows = rows.clone();
    this.order = rows.clone();
    this.size = Math.min(size, rows.length);
    int rest = rows.length % this.size;
    this.full = resources.open(() -> new MiniBatch(examples, this.size), MiniBatch::close);
    this.last =
        rest == 0 ? full : resources.open(() -> new MiniBatch(examples, rest), MiniBatch::close);
  }

  /** Returns all examples in their own order, in batches sized for predictions. */
  static Batches toPredict(Examples examples) {
    int most = examples.shape().rank() == 3 ? MOST_IMAGES : MOST_PREDICTED;
    int size = Math.max(1, Math.min(most, MOST_VALUES / examples.shape().size()));
    return inOrder(examples, size);
  }

  /** Returns all examples in their own order. */
  static Batches inOrder(Examples examples, int size) {
    return new Batches(examples, IntStream.range(0, examples.size()).toArray(), size);
  }

  /** Returns the number of batches. */
  int count() {
    return (order.length + size - 1) / size;
  }

  /** Returns the number of examples in all batches. */
  int examples() {
    return order.length;
  }

  /** Returns the number of targets of each example. */
  int targetsPerExample() {
    return source.targetsPerExample();
  }

  /** Returns the number of examples in the largest batch. */
  int largest() {
    return full.size();
  }

  /** Shuffles the examples into an order that depends only on the generator. */
  void shuffle(RandomGenerator random) {
    System.arraycopy(rows, 0, order, 0, rows.length);
    shuffle(order, random);
  }

  /** Shuffles indices (Durstenfeld 1964). */
  static void shuffle(int[] indices, RandomGenerator random) {
    for (int i = indices.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = indices[i];
      indices[i] = indices[j];
      indices[j] = swapped;
    }
  }

  /** Returns the examples from which rows are taken. */
  Examples source() {
    return source;
  }

  /** Returns a batch; its tensors are overwritten by the next call. */
  MiniBatch get(int index) {
    MiniBatch batch = sized(index);
    batch.gather(source::read, targets, order, index * size, null);
    return batch;
  }

  /** Returns a batch of changed images; its tensors are overwritten by the next call. */
  MiniBatch augmented(int index, ImageAugmenter.Epoch changes) {
    MiniBatch batch = sized(index);
    MixedPairs pairs = changes.pairs(index, batch.size()).orElse(null);
    batch.gather(changes::read, targets, order, index * size, pairs);
    return batch;
  }

  private MiniBatch sized(int index) {
    return (index + 1) * size <= order.length ? full : last;
  }

  @Override
  public void close() {
    resources.close();
  }
}
