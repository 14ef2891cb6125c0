package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * The prepared examples of one part: features and targets, all finite.
 *
 * <p>Immutable; the buffers it returns are read-only views.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Examples {
  private final TensorShape shape;
  private final int exampleSize;
  private final float @Nullable [] features;
  private final @Nullable Pixels pixels;
  private final float[] targets;
  private final int targetsPerExample;

  /**
   * Creates a part with one target for each example; the arrays are not copied and must not be
   * changed afterwards.
   *
   * @param shape the shape of one example
   * @param features {@code targets.length × shape.size()} values, example after example
   * @param targets the index of each example's class, or the number to predict, scaled by the
   *     task's {@link TargetScale}
   */
  public Examples(TensorShape shape, float[] features, float[] targets) {
    this(shape, features, targets, 1);
  }

  /**
   * Creates a part; the arrays are not copied and must not be changed afterwards.
   *
   * @param shape the shape of one example
   * @param features {@code shape.size()} values for each example, example after example
   * @param targets the targets, example after example: classes or numbers as above; for several
   *     labels, 1 for each label that applies and 0 for each other
   * @param targetsPerExample the number of targets of each example, that of the task
   */
  public Examples(TensorShape shape, float[] features, float[] targets, int targetsPerExample) {
    if (targetsPerExample < 1 || targets.length % targetsPerExample != 0) {
      throw new IllegalArgumentException(
          "targets (%d) must be targetsPerExample (%d) for each example."
              .formatted(targets.length, targetsPerExample));
    }
    int examples = targets.length / targetsPerExample;
    int exampleSize = shape.size();
    if ((long) examples * exampleSize != features.length) {
      throw new IllegalArgumentException(
          "features (%d) must hold %d values for each of the %d examples."
              .formatted(features.length, exampleSize, examples));
    }
    this.shape = shape;
    this.exampleSize = exampleSize;
    this.features = features;
    this.pixels = null;
    this.targets = targets;
    this.targetsPerExample = targetsPerExample;
  }

  /**
   * Creates a part of images with one target for each; the targets are not copied and must not be
   * changed afterwards.
   *
   * @param pixels the images
   * @param targets the index of each image's class, or the number to predict
   */
  public Examples(Pixels pixels, float[] targets) {
    if (pixels.size() != targets.length) {
      throw new IllegalArgumentException(
          "targets (%d) must be as many as images (%d).".formatted(targets.length, pixels.size()));
    }
    this.shape = pixels.shape();
    this.exampleSize = shape.size();
    this.features = null;
    this.pixels = pixels;
    this.targets = targets;
    this.targetsPerExample = 1;
  }

  /** Returns the number of examples. */
  public int size() {
    return targets.length / targetsPerExample;
  }

  /** Returns the shape of one example. */
  public TensorShape shape() {
    return shape;
  }

  /** Returns the number of targets of each example. */
  public int targetsPerExample() {
    return targetsPerExample;
  }

  /**
   * Returns all features, example after example, as a read-only view from position 0. Those of
   * images are computed by each call; {@link #read} takes no more memory than one image.
   */
  public FloatBuffer features() {
    float[] all = features;
    if (all == null) {
      all = new float[Math.multiplyExact(size(), exampleSize)];
      for (int example = 0; example < size(); example++) {
        read(example, all, example * exampleSize);
      }
    }
    return FloatBuffer.wrap(all).asReadOnlyBuffer();
  }

  /**
   * Writes the features of one example.
   *
   * @param example its index, from 0
   * @param into receives {@code shape().size()} values
   * @param offset the index of the first of them
   * @throws IndexOutOfBoundsException if there is no such example, or no room
   */
  public void read(int example, float[] into, int offset) {
    if (features == null) {
      Objects.requireNonNull(pixels).read(example, into, offset);
    } else {
      System.arraycopy(features, example * exampleSize, into, offset, exampleSize);
    }
  }

  /** Returns the images whose pixels are kept as bytes; empty for other examples. */
  public Optional<Pixels> pixels() {
    return Optional.ofNullable(pixels);
  }

  /**
   * Returns all targets, class indices, labels or numbers, example after example, as a read-only
   * view from position 0.
   */
  public FloatBuffer targets() {
    return FloatBuffer.wrap(targets).asReadOnlyBuffer();
  }

  /**
   * Returns the only target of one example.
   *
   * @param example its index, from 0
   * @return the index of its class, or the number to predict
   * @throws IndexOutOfBoundsException if there is no such example
   * @throws IllegalStateException if examples have several targets
   */
  public float target(int example) {
    if (targetsPerExample > 1) {
      throw new IllegalStateException(
          "Examples have %d targets each; state which.".formatted(targetsPerExample));
    }
    return targets[example];
  }

  /**
   * Returns one of the targets of one example.
   *
   * @param example its index, from 0
   * @param target the index of the target, from 0: of several labels, the index of the label
   * @throws IndexOutOfBoundsException if there is no such example or target
   */
  public float target(int example, int target) {
    return targets[example * targetsPerExample + Objects.checkIndex(target, targetsPerExample)];
  }
}
