package org.espalier.nas.tf.layer;

import java.util.List;
import java.util.Objects;

/**
 * A node of a network whose variables have been added to a graph.
 *
 * @param name the name of the node
 * @param layer its layer
 * @param inputs the names of the nodes that it reads, in order
 * @param index the index of the node in the description of the network, from which its random draws
 *     are derived
 */
public record BuiltNode(String name, BuiltLayer layer, List<String> inputs, int index) {

  /** Copies. */
  public BuiltNode {
    Objects.requireNonNull(name);
    Objects.requireNonNull(layer);
    inputs = List.copyOf(inputs);
  }
}
