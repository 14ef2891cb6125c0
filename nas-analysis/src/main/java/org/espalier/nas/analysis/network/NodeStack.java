package org.espalier.nas.analysis.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.analysis.layout.Link;
import org.espalier.nas.api.network.LayerGraph;

/**
 * Nodes that stand close below each other: each reads only the one before, which nothing else
 * reads.
 *
 * @param nodes the nodes from top to bottom, at least one
 */
record NodeStack(List<NodeBox> nodes) {

  NodeStack {
    nodes = List.copyOf(nodes);
  }

  /** Returns the stacks of a graph; each reads earlier ones only. */
  static List<NodeStack> of(LayerGraph graph) {
    List<NodeBox> boxes = NodeBox.of(graph);
    Map<String, Integer> readers = new HashMap<>();
    boxes.forEach(box -> box.reads().forEach(name -> readers.merge(name, 1, Integer::sum)));
    Set<String> outputs = new HashSet<>(graph.outputs());
    Map<String, List<NodeBox>> stacks = new LinkedHashMap<>();
    Map<String, String> heads = new HashMap<>();
    for (NodeBox box : boxes) {
      String before = box.reads().size() == 1 ? box.reads().get(0) : "";
      boolean continued = readers.getOrDefault(before, 0) == 1 && !outputs.contains(before);
      String head = continued ? heads.getOrDefault(before, box.name()) : box.name();
      heads.put(box.name(), head);
      stacks.computeIfAbsent(head, name -> new ArrayList<>()).add(box);
    }
    return stacks.values().stream().map(NodeStack::new).toList();
  }

  /** Returns the links between stacks, in the order of the reading nodes. */
  static List<Link> links(List<NodeStack> stacks) {
    Map<String, Integer> places = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < stacks.size(); i++) {
      for (NodeBox box : stacks.get(i).nodes()) {
        places.put(box.name(), i);
      }
    }
    for (int i = 0; i < stacks.size(); i++) {
      for (String name : stacks.get(i).nodes().get(0).reads()) {
        links.add(new Link(places.getOrDefault(name, 0), i));
      }
    }
    return links;
  }
}
