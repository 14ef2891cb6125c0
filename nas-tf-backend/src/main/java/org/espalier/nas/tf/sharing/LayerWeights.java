package org.espalier.nas.tf.sharing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
   * @param variable the name, whose part after the last dot is the name in the layer
   * @param shape the shape
   * @throws IllegalArgumentException if there is no variable of this name and shape
   */
  public WeightArray of(String variable, long[] shape) {
    return named(nameInLayer(variable), shapeOf(shape));
  }

  private WeightArray named(String name, TensorShape shape) {
    WeightArray array = arrays.get(name);
    if (array == null || !array.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "The weights %s hold no %s of shape %s.".formatted(arrays, name, shape));
    }
    return array;
  }

  /** Returns the name of a variable in its layer: {@code kernel} for {@code layer0.kernel}. */
  public static String nameInLayer(String variable) {
    return variable.substring(variable.lastIndexOf('.') + 1);
  }

  /** Returns the shape of a variable with these sizes. */
  public static TensorShape shapeOf(long[] sizes) {
    return new TensorShape(Arrays.stream(sizes).mapToObj(Math::toIntExact).toList());
  }

  /**
   * Returns the mean of weights of the same names and shapes, which depends on their order in its
   * last bits.
   *
   * @param several at least one; a single one is returned itself
   */
  static LayerWeights mean(List<LayerWeights> several) {
    if (several.size() == 1) {
      return several.get(0);
    }
    Map<String, WeightArray> means = new TreeMap<>();
    several
        .get(0)
        .arrays()
        .forEach((name, first) -> means.put(name, mean(name, first.shape(), several)));
    return new LayerWeights(means);
  }

  private static WeightArray mean(String name, TensorShape shape, List<LayerWeights> several) {
    double[] sums = new double[shape.size()];
    for (LayerWeights each : several) {
      float[] values = each.named(name, shape).values();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[i];
      }
    }
    float[] mean = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      mean[i] = (float) (sums[i] / several.size());
    }
    return new WeightArray(shape, mean);
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
