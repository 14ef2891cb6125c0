package org.espalier.nas.analysis.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * The texts and the color of a node or of an input.
 *
 * @param name the name in the graph
 * @param label the layer in short form
 * @param detail the shape of the output and the number of parameters
 * @param tooltip everything that is known
 * @param family the kind of the layer
 * @param reads the names of the nodes that it reads
 */
record NodeBox(
    String name,
    String label,
    String detail,
    String tooltip,
    LayerFamily family,
    List<String> reads) {

  NodeBox {
    reads = List.copyOf(reads);
  }

  /** Returns the inputs and the nodes of a graph, in order. */
  static List<NodeBox> of(LayerGraph graph) {
    Map<String, TensorShape> shapes = graph.shapes();
    List<NodeBox> boxes = new ArrayList<>();
    for (String input : graph.inputNames()) {
      String shape = shape(shapes, input).toString();
      boxes.add(
          new NodeBox(input, input, shape, input + ": " + shape, LayerFamily.OTHER, List.of()));
    }
    for (LayerNode node : graph.nodes()) {
      boxes.add(of(node, graph, shapes));
    }
    return boxes;
  }

  private static NodeBox of(LayerNode node, LayerGraph graph, Map<String, TensorShape> shapes) {
    LayerSpec layer = node.layer();
    List<TensorShape> inputs = node.inputs().stream().map(name -> shape(shapes, name)).toList();
    String shape = shape(shapes, node.name()).toString();
    long parameters = layer.parameters(inputs);
    boolean auxiliary = graph.outputs().lastIndexOf(node.name()) > 0;
    String detail =
        shape
            + (parameters == 0 ? "" : " \u00b7 " + NumberFormat.whole(parameters))
            + (auxiliary ? " \u00b7 auxiliary output" : "");
    String tooltip =
        "%s: %s%nreads %s%noutput %s%nparameters %s%nFLOPs %s"
            .formatted(
                node.name(),
                layer.label(),
                node.inputs().isEmpty() ? "nothing" : String.join(", ", node.inputs()),
                shape,
                NumberFormat.whole(parameters),
                NumberFormat.compact((double) layer.flops(inputs)))
            .replace("\r", "");
    return new NodeBox(
        node.name(), label(layer), detail, tooltip, LayerFamily.of(layer), node.inputs());
  }

  private static TensorShape shape(Map<String, TensorShape> shapes, String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }

  /** Returns the short form; of a composed layer, without its parts. */
  static String label(LayerSpec layer) {
    if (layer instanceof Dense) {
      return "dense" + layer.label();
    }
    String label = layer.label();
    int parts = label.indexOf("([");
    return layer instanceof ComposedLayer && parts > 0 ? label.substring(0, parts) : label;
  }
}
