package org.espalier.nas.tf.sharing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names of shared weights in files: key, slash, variable. <code>input(11)|(128, relu)/kernel
 * </code>.
 */
final class WeightNames {
  private static final char SEPARATOR = '/';

  private WeightNames() {}

  static Map<String, WeightArray> flatten(Map<WeightKey, LayerWeights> weights) {
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    weights.forEach(
        (key, layer) ->
            layer
                .arrays()
                .forEach((name, array) -> arrays.put(key.toString() + SEPARATOR + name, array)));
    return arrays;
  }

  /**
   * Returns the weights of a file by key.
   *
   * @param origin the path or address of the file, for errors
   * @throws WeightFileException if a name is not one of shared weights
   */
  static Map<WeightKey, LayerWeights> group(String origin, Map<String, WeightArray> arrays) {
    Map<WeightKey, Map<String, WeightArray>> byKey = new HashMap<>();
    arrays.forEach(
        (name, array) -> {
          int separator = name.lastIndexOf(SEPARATOR);
          if (separator < 0 || name.indexOf('|') < 0) {
            throw new WeightFileException(
                "%s holds '%s', which names no layer and variable.".formatted(origin, name));
          }
          byKey
              .computeIfAbsent(
                  WeightKey.of(name.substring(0, separator)), unknown -> new HashMap<>())
              .put(name.substring(separator + 1), array);
        });
    Map<WeightKey, LayerWeights> layers = new HashMap<>();
    byKey.forEach((key, layer) -> layers.put(key, new LayerWeights(layer)));
    return layers;
  }
}
