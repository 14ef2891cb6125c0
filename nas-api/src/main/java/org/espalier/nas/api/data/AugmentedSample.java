package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/** A training image beside a changed copy of it, as training sees it in its first epoch. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class AugmentedSample {
  private final int example;
  private final TensorShape shape;
  private final byte[] original;
  private final byte[] augmented;

  /**
   * Copies both images.
   *
   * @param example the index of the image in the training part, from 0
   * @param shape height × width × channels
   * @param original {@code shape.size()} unsigned bytes, row after row
   * @param augmented as many
   */
  public AugmentedSample(int example, TensorShape shape, byte[] original, byte[] augmented) {
    this.example = example;
    this.shape = shape;
    this.original = original.clone();
    this.augmented = augmented.clone();
  }

  /** Returns the index of the image in the training part, from 0. */
  public int example() {
    return example;
  }

  /** Returns height × width × channels. */
  public TensorShape shape() {
    return shape;
  }

  /** Returns a copy of the image's pixels, unsigned bytes, row after row. */
  public byte[] original() {
    return original.clone();
  }

  /** Returns a copy of the changed image's pixels, unsigned bytes, row after row. */
  public byte[] augmented() {
    return augmented.clone();
  }
}
