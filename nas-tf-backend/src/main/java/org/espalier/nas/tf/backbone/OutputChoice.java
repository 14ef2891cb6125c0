package org.espalier.nas.tf.backbone;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidBackboneException;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/**
 * A choice of the tensor that a name means: an output of the signature, an operation within the
 * network, or a layer, whose last operation is used.
 */
final class OutputChoice {
  private static final int SHOWN = 8;

  /** Operations whose results are no features. */
  private static final Set<String> PLUMBING =
      Set.of("Const", "Identity", "NoOp", "Placeholder", "ReadVariableOp", "Shape", "VarHandleOp");

  private final ModelFolder folder;
  private final ModelSignature signature;
  private final InlinedGraph graph;
  private final GraphNodes nodes;

  OutputChoice(ModelFolder folder, ModelSignature signature, InlinedGraph graph, GraphNodes nodes) {
    this.folder = folder;
    this.signature = signature;
    this.graph = graph;
    this.nodes = nodes;
  }

  /**
   * Returns the tensor that a name means.
   *
   * @param name a name, or null for the only output of the signature
   * @throws InvalidBackboneException if nothing has this name
   */
  String tensor(@Nullable String name) {
    String found =
        name == null
            ? signature.onlyOutput()
            : signature.output(name).or(() -> inner(name)).orElseThrow(() -> unknown(name));
    return graph.resolved(found);
  }

  private Optional<String> inner(String name) {
    return nodes.find(GraphNodes.operation(name)).isPresent() ? Optional.of(name) : layer(name);
  }

  /** Returns the result of the operations of a layer that none of them reads. */
  private Optional<String> layer(String name) {
    List<NodeDef> own = features().stream().filter(node -> belongs(node, name)).toList();
    Set<String> read = new HashSet<>();
    own.forEach(
        node -> node.getInputList().forEach(input -> read.add(GraphNodes.operation(input))));
    List<String> ends =
        own.stream().map(NodeDef::getName).filter(each -> !read.contains(each)).toList();
    return ends.size() == 1 ? Optional.of(ends.get(0)) : Optional.empty();
  }

  /** Returns true for {@code model/conv_1/Conv2D} and the layer {@code conv} or {@code conv_1}. */
  private static boolean belongs(NodeDef node, String layer) {
    return Arrays.stream(node.getName().split("/", -1))
        .anyMatch(
            part ->
                part.equals(layer)
                    || (part.startsWith(layer + "_")
                        && part.substring(layer.length() + 1).matches("\\d+")));
  }

  private List<NodeDef> features() {
    return nodes.all().stream().filter(node -> !PLUMBING.contains(node.getOp())).toList();
  }

  private InvalidBackboneException unknown(String name) {
    List<String> inner =
        features().stream()
            .map(NodeDef::getName)
            .filter(Objects::nonNull)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    all -> {
                      Collections.reverse(all);
                      return all.stream().limit(SHOWN).toList();
                    }));
    return new InvalidBackboneException(
        "output",
        "output (%s) is unknown to savedModel (%s); known are the outputs %s and the tensors within the network, of which the last are %s."
            .formatted(name, folder.path(), signature.outputNames(), String.join(", ", inner)));
  }
}
