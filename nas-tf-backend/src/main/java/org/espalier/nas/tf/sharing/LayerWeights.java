package org.espalier.nas.tf.sharing;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.network.TensorShape;

/**
 * The variables of one layer, by name: {@code kernel}, {@code bias}.
 *
 * @param arrays the values, sorted by name
 */
public record LayerWeights(Map<String, WeightArray> arrays) {

  /** Copies. */
  public LayerWeights {
    arrays = Collections.unmodifiableMap(new TreeMap<>(arrays));
  }

  /**
   * Returns the values of a variable of a graph.
   *
   * @param variable the name, whose part after the first dot is the name in the layer
   * @param shape the shape
   * @throws IllegalArgumentException if there is no variable of this name and shape
   */
  public WeightArray of(String variable, long[] shape) {
    WeightArray array = arrays.get(nameInLayer(variable));
    if (array == null || !array.shape().equals(shapeOf(shape))) {
      throw new IllegalArgumentException(
          "The weights %s hold no %s of shape %s."
              .formatted(arrays, variable, Arrays.toString(shape)));
    }
    return array;
  }

  /**
   * Returns the name of a variable in its layer: {@code kernel} for {@code layer0.kernel}, {@code
   * body1.kernel} for {@code layer0.body1.kernel}.
   */
  public static String nameInLayer(String variable) {
    return variable.substring(variable.indexOf('.') + 1);
  }

  /** Returns the shape of a variable with these sizes. */
  public static TensorShape shapeOf(long[] sizes) {
    return new TensorShape(Arrays.stream(sizes).mapToObj(Math::toIntExact).toList());
  }

  /** Returns the number of values in all variables. */
  public long size() {
    return arrays.values().stream().mapToLong(array -> array.values().length).sum();
  }

  /** Returns true if no value is NaN or infinite. */
  public boolean finite() {
    for (WeightArray array : arrays.values()) {
      for (float value : array.values()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
