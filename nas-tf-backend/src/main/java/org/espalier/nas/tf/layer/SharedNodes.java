package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.Zeros;

/**
 * The reuse of nodes that compute the same: layers without variables and random draws that are
 * equal and read the same nodes. Identities are left out.
 *
 * <p>Outputs keep their bits; gradients may differ in the last bits from those of a graph with a
 * node for each layer, because they are added before instead of after the node (docs/adr/0014).
 */
final class SharedNodes {
  private static final Set<Class<? extends LayerSpec>> FUNCTIONS =
      Set.of(
          Activate.class,
          AveragePool2d.class,
          Flatten.class,
          GlobalAveragePool.class,
          MaxPool2d.class,
          Subsample.class,
          TakeChannels.class,
          Zeros.class);

  private SharedNodes() {}

  /** A layer applied to nodes. */
  private record Application(LayerSpec layer, List<String> inputs) {}

  /** Returns a graph that computes the same with as few nodes as possible. */
  static LayerGraph of(LayerGraph graph) {
    Map<String, String> places = new HashMap<>();
    graph.inputNames().forEach(name -> places.put(name, name));
    Map<Application, String> known = new HashMap<>();
    List<LayerNode> nodes = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      List<String> read = node.inputs().stream().map(places::get).toList();
      if (node.layer() instanceof PassThrough) {
        places.put(node.name(), read.get(0));
        continue;
      }
      String before =
          FUNCTIONS.contains(node.layer().getClass())
              ? known.putIfAbsent(new Application(node.layer(), read), node.name())
              : null;
      places.put(node.name(), before == null ? node.name() : before);
      if (before == null) {
        nodes.add(new LayerNode(node.name(), node.layer(), read));
      }
    }
    return new LayerGraph(
        graph.inputs(), nodes, graph.outputs().stream().map(places::get).toList());
  }
}
