package org.espalier.nas.tf.sharing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * The key under which a layer's weights are shared: its own configuration and that of the layer
 * before it. Dropout is skipped; the input and flattening count as layers; all but dense layers are
 * named with their output shape.
 *
 * @param previous the label of the layer before: {@code input(11)}, {@code (64, relu)}
 * @param layer the label of the layer: {@code (128, relu)}
 */
public record Bigram(String previous, String layer) {
  private static final String SEPARATOR = "|";

  /** Checks that the text of the bigram can be parsed. */
  public Bigram {
    Objects.requireNonNull(previous);
    Objects.requireNonNull(layer);
    if (previous.contains(SEPARATOR)) {
      throw new IllegalArgumentException(
          "The label of a layer (" + previous + ") must not contain '" + SEPARATOR + "'.");
    }
  }

  /**
   * Returns the bigrams of the layers of a network that have parameters.
   *
   * @return bigrams by the index of the layer, ascending
   */
  public static Map<Integer, Bigram> of(NetworkSpec network) {
    Map<Integer, Bigram> bigrams = new LinkedHashMap<>();
    TensorShape shape = network.input();
    String previous = "input(" + shape + ")";
    for (int i = 0; i < network.layers().size(); i++) {
      LayerSpec layer = network.layers().get(i);
      if (layer.parameters(shape) > 0) {
        bigrams.put(i, new Bigram(previous, layer.label()));
      }
      shape = layer.output(shape);
      if (layer instanceof Flatten) {
        previous = "flatten(" + shape + ")";
      } else if (layer instanceof Dense) {
        previous = layer.label();
      } else if (!(layer instanceof Dropout)) {
        // The label of another layer need not contain its output shape.
        previous = layer.label() + "(" + shape + ")";
      }
    }
    return bigrams;
  }

  /**
   * Returns the bigram of a text.
   *
   * @throws IllegalArgumentException if the text has no separator
   */
  static Bigram of(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a bigram.");
    }
    return new Bigram(text.substring(0, separator), text.substring(separator + 1));
  }

  /**
   * Returns a hash that separates labels that differ in a few digits: with the hash of a record,
   * 100,000 bigrams of {@code (i, relu)} and {@code (j, tanh)} share 15,878 values.
   */
  @Override
  public int hashCode() {
    return previous.hashCode() * 0x9e3779b9 + layer.hashCode();
  }

  /** Returns both labels: <code>input(11)|(128, relu)</code>. */
  @Override
  public String toString() {
    return previous + SEPARATOR + layer;
  }
}
