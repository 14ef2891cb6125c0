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
 * The key under which a layer's weights are shared: its own configuration and that of the layers
 * that it reads. Dropout is skipped; the input and flattening count as layers; all but dense layers
 * are named with their output shape.
 *
 * @param previous the label of the layer before: {@code input(11)}, {@code (64, relu)}
 * @param layer the label of the layer: {@code (128, relu)}
 */
public record Bigram(String previous, String layer) {
  private static final Set<Class<? extends LayerSpec>> TRANSPARENT =
      Set.of(Dropout.class, SpatialDropout.class, DropPath.class, PassThrough.class);
  private static final String SEPARATOR = "|";

  /** Checks that the text of the bigram can be parsed. */
  public Bigram {
    Objects.requireNonNull(previous);
    Objects.requireNonNull(layer);
    if (previous.contains(SEPARATOR)) {
      throw new IllegalArgumentException(
          "The label of a layer (" + previous + ") must not contain '" + SEPARATOR + "'.");
    }
  }

  /**
   * Returns the bigrams of the layers of a network that have parameters.
   *
   * @return bigrams by the name of the node, in the order of the nodes
   */
  public static Map<String, Bigram> of(NetworkSpec network) {
    LayerGraph graph = network.graph();
    Map<String, TensorShape> shapes = graph.shapes();
    Map<String, String> labels = new HashMap<>();
    graph.inputNames().forEach(name -> labels.put(name, name + "(" + shapes.get(name) + ")"));
    Map<String, Bigram> bigrams = new LinkedHashMap<>();
    for (LayerNode node : graph.nodes()) {
      String previous =
          node.inputs().stream()
              .map(labels::get)
              .map(Objects::requireNonNull)
              .collect(Collectors.joining(" + "));
      LayerSpec layer = node.layer();
      if (layer.parameters(node.inputs().stream().map(shapes::get).toList()) > 0) {
        bigrams.put(node.name(), new Bigram(previous, layer.label()));
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

  /**
   * Returns the bigram of a text.
   *
   * @throws IllegalArgumentException if the text has no separator
   */
  static Bigram of(String text) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a bigram.");
    }
    return new Bigram(text.substring(0, separator), text.substring(separator + 1));
  }

  /**
   * Returns a hash that separates labels that differ in a few digits: with the hash of a record,
   * 100,000 bigrams of {@code (i, relu)} and {@code (j, tanh)} share 15,878 values.
   */
  @Override
  public int hashCode() {
    return previous.hashCode() * 0x9e3779b9 + layer.hashCode();
  }

  /** Returns both labels: <code>input(11)|(128, relu)</code>. */
  @Override
  public String toString() {
    return previous + SEPARATOR + layer;
  }
}
