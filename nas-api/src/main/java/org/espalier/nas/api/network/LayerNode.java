package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A layer in a graph.
 *
 * @param name the name, unique in its graph: letters, digits, {@code .}, {@code _} and {@code -},
 *     the first a letter; parts of composed layers have several such names joined by {@code /}
 * @param layer the layer
 * @param inputs the names of the nodes or inputs of the graph that it reads, in order; an empty
 *     list only for a layer that takes none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record LayerNode(String name, LayerSpec layer, List<String> inputs) {
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9._-]*(/[a-zA-Z][a-zA-Z0-9._-]*)*");

  /** Checks and copies. */
  public LayerNode {
    Objects.requireNonNull(layer);
    inputs = List.copyOf(inputs);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name (%s) must be letters, digits, ., _ and -, the first a letter.".formatted(name));
    }
  }

  /** Returns the node as an assignment: {@code sum = add(conv, input)}. */
  @Override
  public String toString() {
    return "%s = %s(%s)".formatted(name, layer.label(), String.join(", ", inputs));
  }
}
