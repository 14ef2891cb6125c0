package org.espalier.nas.tf.sharing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;

/**
 * Keys of weights by a layer's own configuration and that of the layers that it reads. Dropout is
 * skipped; the input and flattening count as layers; all but dense layers are named with their
 * output shape.
 */
public final class Bigram {
  private static final Set<Class<? extends LayerSpec>> TRANSPARENT =
      Set.of(Dropout.class, SpatialDropout.class, DropPath.class, PassThrough.class);

  private Bigram() {}

  /**
   * Returns the bigrams of the layers of a network that have parameters.
   *
   * @return bigrams by the name of the node, in the order of the nodes
   */
  public static Map<String, WeightKey> of(NetworkSpec network) {
    LayerGraph graph = network.graph();
    Map<String, TensorShape> shapes = graph.shapes();
    Map<String, String> labels = new HashMap<>();
    graph.inputNames().forEach(name -> labels.put(name, name + "(" + shapes.get(name) + ")"));
    Map<String, WeightKey> bigrams = new LinkedHashMap<>();
    for (LayerNode node : graph.nodes()) {
      String previous =
          node.inputs().stream()
              .map(labels::get)
              .map(Objects::requireNonNull)
              .collect(Collectors.joining(" + "));
      LayerSpec layer = node.layer();
      if (layer.parameters(node.inputs().stream().map(shapes::get).toList()) > 0) {
        bigrams.put(node.name(), new WeightKey(previous, layer.label()));
      }
      labels.put(node.name(), label(layer, previous, shapes.get(node.name())));
    }
    return bigrams;
  }

  private static String label(LayerSpec layer, String previous, @Nullable TensorShape shape) {
    if (TRANSPARENT.contains(layer.getClass())) {
      return previous;
    }
    // The label of a layer need not contain its output shape; that of a dense layer does.
    return layer instanceof Dense ? layer.label() : layer.label() + "(" + shape + ")";
  }
}
