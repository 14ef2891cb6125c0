package org.espalier.nas.tf.sharing;

import java.util.Objects;

/**
 * The key under which a layer's weights are shared: its configuration and its place.
 *
 * @param place the layers that it reads, {@code input(11)}, or the name of its node, {@code conv1}
 * @param layer the configuration of the layer: {@code (128, relu)}
 * @see Bigram
 * @see NodeKey
 */
public record WeightKey(String place, String layer) {
  private static final String SEPARATOR = "|";

  /** Checks that the text of the key can be parsed. */
  public WeightKey {
    Objects.requireNonNull(place);
    Objects.requireNonNull(layer);
    if (place.contains(SEPARATOR)) {
      throw new IllegalArgumentException(
          "The place of a layer (" + place + ") must not contain '" + SEPARATOR + "'.");
    }
  }

  /**
   * Returns the key of a text.
   *
   * @throws IllegalArgumentException if the text has no separator
   */
  static WeightKey of(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a key of shared weights.");
    }
    return new WeightKey(text.substring(0, separator), text.substring(separator + 1));
  }

  /**
   * Returns a hash that separates texts that differ in a few digits: with the hash of a record,
   * 100,000 keys of {@code (i, relu)} and {@code (j, tanh)} share 15,878 values.
   */
  @Override
  public int hashCode() {
    return place.hashCode() * 0x9e3779b9 + layer.hashCode();
  }

  /** Returns both texts: <code>input(11)|(128, relu)</code>. */
  @Override
  public String toString() {
    return place + SEPARATOR + layer;
  }
}
