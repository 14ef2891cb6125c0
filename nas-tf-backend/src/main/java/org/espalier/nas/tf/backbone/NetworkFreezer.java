package org.espalier.nas.tf.backbone;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.tf.graph.SessionRunner;
import org.espalier.nas.tf.graph.Sessions;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A reader of SavedModels that puts constants in place of variables, so that any tensor can be
 * fetched, and the graph can become part of another.
 */
final class NetworkFreezer {
  private static final Set<String> READS = Set.of("ReadVariableOp", "Identity");
  private static final Set<String> OLD_VARIABLES = Set.of("Variable", "VariableV2");
  private static final String HANDLE = "VarHandleOp";
  private static final String TYPE = "dtype";

  /** The beginning of the names of the constants. */
  private static final String VALUE = "backbone_value/";

  private final ModelFolder folder;
  private final Map<String, OpDef> operations = new HashMap<>();

  NetworkFreezer(ModelFolder folder) {
    this.folder = folder;
    TensorFlow.registeredOpList().getOpList().forEach(op -> operations.put(op.getName(), op));
  }

  /**
   * Reads the network up to an output.
   *
   * @param output the name of an output or of a tensor within the network; null for the only output
   * @throws InvalidBackboneException if the network cannot be read, or has no such output
   */
  FrozenNetwork read(@Nullable String output) {
    try (SavedModelBundle bundle = Sessions.onProcessor().load(folder.path())) {
      ModelSignature signature = ModelSignature.of(bundle.metaGraphDef(), folder);
      InlinedGraph graph =
          InlinedGraph.of(
              bundle.metaGraphDef().getGraphDef(),
              signature.outputTensors().stream().map(GraphNodes::operation).toList(),
              operations);
      GraphNodes nodes = graph.nodes();
      String features = new OutputChoice(folder, signature, graph, nodes).tensor(output);
      List<NodeDef> frozen = freeze(nodes, features, bundle);
      requireInput(frozen, GraphNodes.operation(signature.input().getName()));
      return new FrozenNetwork(frozen, signature.input(), features);
    } catch (TensorFlowException e) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "savedModel (%s) cannot be loaded: %s.".formatted(folder.path(), IoReason.of(e)),
          e);
    } catch (InvalidBackboneException e) {
      throw e;
    } catch (NasException e) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "savedModel (%s) cannot be used: %s".formatted(folder.path(), e.getMessage()),
          e);
    }
  }

  private List<NodeDef> freeze(GraphNodes nodes, String features, SavedModelBundle bundle) {
    List<NodeDef> needed = nodes.upTo(List.of(GraphNodes.operation(features)));
    Map<String, NodeDef> variables = new TreeMap<>();
    for (NodeDef node : needed) {
      String variable = variable(nodes, node);
      if (variable != null) {
        variables.put(variable, nodes.find(variable).orElseThrow());
      }
    }
    List<NodeDef> all = new ArrayList<>(constants(bundle, variables));
    for (NodeDef node : needed) {
      String variable = variable(nodes, node);
      // All reads of a variable share its constant: large kernels are not copied.
      all.add(
          variable == null
              ? node
              : NodeDef.newBuilder()
                  .setName(node.getName())
                  .setOp("Identity")
                  .addInput(VALUE + variable + ":0")
                  .putAttr(
                      "T", Objects.requireNonNull(variables.get(variable)).getAttrOrThrow(TYPE))
                  .build());
    }
    List<NodeDef> used = GraphNodes.of(all).upTo(List.of(GraphNodes.operation(features)));
    used.forEach(this::requireSupported);
    return used;
  }

  /** Returns the operation of the variable that an operation reads; null if it reads none. */
  private static @Nullable String variable(GraphNodes nodes, NodeDef node) {
    if (OLD_VARIABLES.contains(node.getOp())) {
      return node.getName();
    }
    if (!node.getOp().equals("ReadVariableOp")) {
      return null;
    }
    NodeDef source = node;
    while (READS.contains(source.getOp())) {
      source = nodes.find(GraphNodes.operation(source.getInput(0))).orElseThrow();
    }
    return source.getOp().equals(HANDLE) ? source.getName() : null;
  }

  /** Returns the values of variables, which one run reads: each run prunes the whole graph. */
  private static List<NodeDef> constants(SavedModelBundle bundle, Map<String, NodeDef> variables) {
    if (variables.isEmpty()) {
      return List.of();
    }
    for (NodeDef variable : variables.values()) {
      if (variable.getOp().equals(HANDLE)) {
        bundle
            .graph()
            .opBuilder("ReadVariableOp", VALUE + variable.getName(), bundle.graph().baseScope())
            .addInput(bundle.graph().outputOrThrow(variable.getName()))
            .setAttr(TYPE, variable.getAttrOrThrow(TYPE))
            .build();
      }
    }
    SessionRunner runner = new SessionRunner(bundle.session());
    for (NodeDef variable : variables.values()) {
      boolean handle = variable.getOp().equals(HANDLE);
      runner.fetch(handle ? VALUE + variable.getName() : variable.getName());
    }
    List<NodeDef> constants = new ArrayList<>();
    try (Result result = runner.run()) {
      for (NodeDef variable : variables.values()) {
        TensorProto value = tensor(variable, result.get(constants.size()));
        constants.add(
            NodeDef.newBuilder()
                .setName(VALUE + variable.getName())
                .setOp("Const")
                .putAttr(TYPE, variable.getAttrOrThrow(TYPE))
                .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
                .build());
      }
    }
    return constants;
  }

  private static TensorProto tensor(NodeDef variable, Tensor value) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : value.shape().asArray()) {
      shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    byte[] content = new byte[Math.toIntExact(value.numBytes())];
    value.asRawTensor().data().read(content);
    return TensorProto.newBuilder()
        .setDtype(variable.getAttrOrThrow(TYPE).getType())
        .setTensorShape(shape)
        .setTensorContent(ByteString.copyFrom(content))
        .build();
  }

  private void requireSupported(NodeDef node) {
    OpDef definition = operations.get(node.getOp());
    boolean functions =
        node.getAttrMap().values().stream()
            .anyMatch(value -> value.hasFunc() || value.getList().getFuncCount() > 0);
    boolean placeholder = node.getOp().equals("Placeholder");
    if (definition == null || functions || (definition.getIsStateful() && !placeholder)) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "savedModel (%s) needs the operation %s (%s), which frozen networks cannot have. Maybe take an output before it."
              .formatted(folder.path(), node.getOp(), node.getName()));
    }
  }

  private void requireInput(List<NodeDef> nodes, String input) {
    for (NodeDef node : nodes) {
      if (node.getOp().equals("Placeholder") && !node.getName().equals(input)) {
        throw new InvalidBackboneException(
            ModelFolder.SETTING,
            "savedModel (%s) needs the input %s besides the images; export it without."
                .formatted(folder.path(), node.getName()));
      }
    }
    if (nodes.stream().noneMatch(node -> node.getName().equals(input))) {
      throw new InvalidBackboneException(
          "output",
          "savedModel (%s): the output does not depend on the images (%s); name another."
              .formatted(folder.path(), input));
    }
  }
}
