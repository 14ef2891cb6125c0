package org.espalier.nas.tf.backbone;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/** The operations of a graph by name. */
final class GraphNodes {
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();

  private GraphNodes() {}

  static GraphNodes of(Collection<NodeDef> nodes) {
    GraphNodes graph = new GraphNodes();
    nodes.forEach(node -> graph.nodes.put(node.getName(), node));
    return graph;
  }

  Optional<NodeDef> find(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  Collection<NodeDef> all() {
    return nodes.values();
  }

  /** Returns the operations that some operations depend on, and these, in the graph's order. */
  List<NodeDef> upTo(Collection<String> roots) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.remove();
      NodeDef node = nodes.get(name);
      if (node != null && needed.add(name)) {
        node.getInputList().stream()
            .filter(input -> !isControl(input))
            .forEach(input -> open.add(operation(input)));
      }
    }
    return nodes.values().stream().filter(node -> needed.contains(node.getName())).toList();
  }

  /** Returns true for an input that only orders operations: {@code ^init}. */
  static boolean isControl(String input) {
    return input.startsWith("^");
  }

  /** Returns the operation of a tensor: {@code conv} for {@code conv:1}. */
  static String operation(String tensor) {
    int output = tensor.indexOf(':');
    return output < 0 ? tensor : tensor.substring(0, output);
  }

  /** Returns a tensor's full name: {@code conv:0} for {@code conv}. */
  static String tensor(String name) {
    return name.indexOf(':') < 0 ? name + ":0" : name;
  }
}
