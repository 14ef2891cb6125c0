package org.espalier.nas.tf.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * Keys of weights by the node to which they belong: its name, its layer, and the shapes that it
 * reads. In cell networks the name tells the layer of the network, the block, the operation and the
 * state that is read, so that these are the keys of ENAS (Pham et al. 2018, section 2.4).
 */
public final class NodeKey {
  private NodeKey() {}

  /**
   * Returns the keys of the layers of a network that have parameters.
   *
   * @return keys by the name of the node, in the order of the nodes
   */
  public static Map<String, WeightKey> of(NetworkSpec network) {
    LayerGraph graph = network.graph();
    Map<String, TensorShape> shapes = graph.shapes();
    Map<String, WeightKey> keys = new LinkedHashMap<>();
    for (LayerNode node : graph.nodes()) {
      List<TensorShape> read = node.inputs().stream().map(shapes::get).toList();
      if (node.layer().parameters(read) > 0) {
        String from = read.stream().map(TensorShape::toString).collect(Collectors.joining(" + "));
        keys.put(node.name(), new WeightKey(node.name(), node.layer().label() + " of " + from));
      }
    }
    return keys;
  }
}
