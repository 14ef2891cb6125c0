package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;

/** Dropout that the settings add to every trained network. */
final class AddedDropout {
  private AddedDropout() {}

  /**
   * Returns a network with a dropout after every dense layer except outputs and parts of composed
   * layers.
   *
   * @param rate the rate; 0 for an unchanged network
   */
  static NetworkSpec to(NetworkSpec network, double rate) {
    if (rate == 0) {
      return network;
    }
    LayerGraph graph = network.graph();
    Map<String, String> places = new HashMap<>();
    graph.inputNames().forEach(name -> places.put(name, name));
    List<LayerNode> nodes = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      String name = node.name();
      nodes.add(
          new LayerNode(name, node.layer(), node.inputs().stream().map(places::get).toList()));
      boolean dropped = node.layer() instanceof Dense && !graph.outputs().contains(name);
      if (dropped) {
        nodes.add(new LayerNode(name + "-dropout", new Dropout(rate), List.of(name)));
      }
      places.put(name, dropped ? name + "-dropout" : name);
    }
    return new NetworkSpec(new LayerGraph(graph.inputs(), nodes, graph.outputs()));
  }
}
