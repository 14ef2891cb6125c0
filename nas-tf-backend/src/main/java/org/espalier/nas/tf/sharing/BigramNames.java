package org.espalier.nas.tf.sharing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names of shared weights in files: bigram, slash, variable. <code>input(11)|(128, relu)/kernel
 * </code>.
 */
final class BigramNames {
  private static final char SEPARATOR = '/';

  private BigramNames() {}

  static Map<String, WeightArray> flatten(Map<Bigram, LayerWeights> weights) {
    Map<String, WeightArray> arrays = new LinkedHashMap<>();
    weights.forEach(
        (bigram, layer) ->
            layer
                .arrays()
                .forEach((name, array) -> arrays.put(bigram.toString() + SEPARATOR + name, array)));
    return arrays;
  }

  static Map<Bigram, LayerWeights> group(Path file, Map<String, WeightArray> arrays) {
    Map<Bigram, Map<String, WeightArray>> byBigram = new HashMap<>();
    arrays.forEach(
        (name, array) -> {
          int separator = name.lastIndexOf(SEPARATOR);
          if (separator < 0 || name.indexOf('|') < 0) {
            throw new WeightFileException(
                "%s holds '%s', which names no bigram and variable.".formatted(file, name));
          }
          byBigram
              .computeIfAbsent(Bigram.of(name.substring(0, separator)), unknown -> new HashMap<>())
              .put(name.substring(separator + 1), array);
        });
    Map<Bigram, LayerWeights> layers = new HashMap<>();
    byBigram.forEach((bigram, layer) -> layers.put(bigram, new LayerWeights(layer)));
    return layers;
  }
}
