package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.Padding;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.Window;

/**
 * The exchange of a dilated convolution and a subsampling by the same distance behind it. The
 * pixels that are kept depend only on input pixels at the same distance: a convolution of
 * neighbours computes them from the subsampled input, and no others.
 */
final class SubsampledConvolutions {
  private final LayerGraph graph;
  private final Map<String, LayerNode> nodes = new HashMap<>();
  private final Set<String> readTwice;

  private SubsampledConvolutions(LayerGraph graph) {
    this.graph = graph;
    // Outputs are also read by the loss.
    this.readTwice = new HashSet<>(graph.outputs());
    Set<String> read = new HashSet<>();
    for (LayerNode node : graph.nodes()) {
      nodes.put(node.name(), node);
      node.inputs().stream().filter(name -> !read.add(name)).forEach(readTwice::add);
    }
  }

  /** Returns a graph that computes the same from fewer pixels. */
  static LayerGraph of(LayerGraph graph) {
    return new SubsampledConvolutions(graph).exchanged();
  }

  private LayerGraph exchanged() {
    Map<String, LayerNode> before = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    for (LayerNode node : graph.nodes()) {
      convolutionBefore(node)
          .ifPresent(
              convolution -> {
                before.put(node.name(), convolution);
                places.put(node.name(), convolution.name());
              });
    }
    List<LayerNode> exchanged = new ArrayList<>();
    for (LayerNode node : graph.nodes()) {
      LayerNode convolution = before.get(node.name());
      if (convolution != null) {
        exchanged.add(reading(node.layer(), node.name(), convolution.inputs(), places));
        LayerSpec undilated = undilated(convolution.layer());
        exchanged.add(new LayerNode(convolution.name(), undilated, List.of(node.name())));
      } else if (!places.containsValue(node.name())) {
        exchanged.add(reading(node.layer(), node.name(), node.inputs(), places));
      }
    }
    return new LayerGraph(graph.inputs(), exchanged, graph.outputs());
  }

  /** Returns a node that reads the convolution in place of the subsampling behind it. */
  private static LayerNode reading(
      LayerSpec layer, String name, List<String> inputs, Map<String, String> places) {
    return new LayerNode(
        name, layer, inputs.stream().map(input -> places.getOrDefault(input, input)).toList());
  }

  /** Returns the dilated convolution of which a node keeps the pixels, if nothing else reads it. */
  private Optional<LayerNode> convolutionBefore(LayerNode node) {
    if (!(node.layer() instanceof Subsample kept)
        || kept.offset() > 0
        || kept.stride() == 1
        || graph.outputs().contains(node.name())) {
      return Optional.empty();
    }
    return Optional.ofNullable(nodes.get(node.inputs().get(0)))
        .filter(read -> !readTwice.contains(read.name()))
        .filter(read -> dilation(read.layer()) == kept.stride());
  }

  /** Returns the dilation of a convolution that sees as far to both sides; 1 for other layers. */
  private static int dilation(LayerSpec layer) {
    if (layer instanceof Conv2d convolution && isSymmetric(convolution.window())) {
      return convolution.dilation();
    }
    return layer instanceof DepthwiseConv2d convolution && isSymmetric(convolution.window())
        ? convolution.dilation()
        : 1;
  }

  private static boolean isSymmetric(Window window) {
    return window.padding() == Padding.SAME && window.size() % 2 == 1;
  }

  private static LayerSpec undilated(LayerSpec layer) {
    return layer instanceof Conv2d convolution
        ? convolution.dilated(1)
        : ((DepthwiseConv2d) layer).dilated(1);
  }
}
