package org.espalier.nas.analysis.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.TensorShape;

/**
 * The parts of a composed layer of a network.
 *
 * @param title the names of its nodes and its short form
 * @param graph the parts
 */
public record ComposedParts(String title, LayerGraph graph) {
  private static final int MOST_NAMES = 4;

  /**
   * Returns the parts of each composed layer of a graph, except for those of convolutions; equal
   * graphs once.
   */
  public static List<ComposedParts> of(LayerGraph graph) {
    Map<String, TensorShape> shapes = graph.shapes();
    Map<LayerGraph, List<LayerNode>> nodes = new LinkedHashMap<>();
    for (LayerNode node : graph.nodes()) {
      if (node.layer() instanceof ComposedLayer composed
          && LayerFamily.of(composed) == LayerFamily.COMPOSED) {
        List<TensorShape> inputs =
            node.inputs().stream()
                .map(name -> Objects.requireNonNull(shapes.get(name), name))
                .toList();
        nodes.computeIfAbsent(composed.graph(inputs), parts -> new ArrayList<>()).add(node);
      }
    }
    List<ComposedParts> parts = new ArrayList<>();
    nodes.forEach((layers, same) -> parts.add(new ComposedParts(title(same), layers)));
    return parts;
  }

  private static String title(List<LayerNode> nodes) {
    List<String> names = nodes.stream().map(LayerNode::name).limit(MOST_NAMES).toList();
    int more = nodes.size() - names.size();
    return NodeBox.label(nodes.get(0).layer())
        + " ("
        + String.join(", ", names)
        + (more == 0 ? "" : " and " + more + " more")
        + ")";
  }
}
