package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.nio.FloatBuffer;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/**
 * The prepared examples of one part: features and targets, all finite.
 *
 * <p>Immutable; the buffers it returns are read-only views.
 */
@API(status = MAINTAINED, since = "0.1")
public final class Examples {
  private final TensorShape shape;
  private final float[] features;
  private final float[] targets;

  /**
   * Creates a part; the arrays are not copied and must not be changed afterwards.
   *
   * @param shape the shape of one example
   * @param features {@code targets.length × shape.size()} values, example after example
   * @param targets the index of each example's class, or the number to predict, scaled by the
   *     task's {@link TargetScale}
   */
  public Examples(TensorShape shape, float[] features, float[] targets) {
    if ((long) targets.length * shape.size() != features.length) {
      throw new IllegalArgumentException(
          "features (%d) must hold %d values for each of the %d targets."
              .formatted(features.length, shape.size(), targets.length));
    }
    this.shape = shape;
    this.features = features;
    this.targets = targets;
  }

  /** Returns the number of examples. */
  public int size() {
    return targets.length;
  }

  /** Returns the shape of one example. */
  public TensorShape shape() {
    return shape;
  }

  /** Returns all features, example after example, as a read-only view from position 0. */
  public FloatBuffer features() {
    return FloatBuffer.wrap(features).asReadOnlyBuffer();
  }

  /** Returns all targets, class indices or numbers, as a read-only view from position 0. */
  public FloatBuffer targets() {
    return FloatBuffer.wrap(targets).asReadOnlyBuffer();
  }

  /**
   * Returns the target of one example.
   *
   * @param example its index, from 0
   * @return the index of its class, or the number to predict
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public float target(int example) {
    return targets[example];
  }
}
