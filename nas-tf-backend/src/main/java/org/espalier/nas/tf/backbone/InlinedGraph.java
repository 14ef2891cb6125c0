package org.espalier.nas.tf.backbone;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * A graph in which calls of functions are replaced by the functions' own operations, so that each
 * tensor within the functions has a name.
 *
 * <p>An operation keeps its name within the function where that is free, else the name of the call
 * precedes it. Control dependencies are left out: with constant weights nothing has to run for its
 * effect.
 */
final class InlinedGraph {
  private final Map<String, FunctionDef> functions = new HashMap<>();
  private final Map<String, OpDef> operations;
  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
  private final Map<String, String> results = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private InlinedGraph(GraphDef graph, Map<String, OpDef> operations) {
    this.operations = operations;
    graph
        .getLibrary()
        .getFunctionList()
        .forEach(function -> functions.put(function.getSignature().getName(), function));
  }

  /**
   * Returns the operations that some operations of a graph depend on, and these themselves.
   *
   * @param roots names of operations of the graph
   * @param operations definitions of all operations by name
   * @throws NasException if an operation is unknown
   */
  static InlinedGraph of(GraphDef graph, List<String> roots, Map<String, OpDef> operations) {
    InlinedGraph inlined = new InlinedGraph(graph, operations);
    List<NodeDef> needed = GraphNodes.of(graph.getNodeList()).upTo(roots);
    needed.forEach(node -> inlined.taken.add(node.getName()));
    for (NodeDef node : needed) {
      List<String> inputs =
          node.getInputList().stream()
              .filter(input -> !GraphNodes.isControl(input))
              .map(GraphNodes::tensor)
              .toList();
      inlined.add(node, node.getName(), inputs, Map.of());
    }
    return inlined;
  }

  /** Returns the operations, whose inputs are tensors such as {@code conv:0}. */
  GraphNodes nodes() {
    List<NodeDef> resolved = new ArrayList<>();
    for (NodeDef node : nodes.values()) {
      NodeDef.Builder builder = node.toBuilder().clearInput();
      node.getInputList().forEach(input -> builder.addInput(resolved(input)));
      resolved.add(builder.build());
    }
    return GraphNodes.of(resolved);
  }

  /** Returns the tensor that a tensor of the graph has become, such as the result of a call. */
  String resolved(String tensor) {
    String now = GraphNodes.tensor(tensor);
    for (String next = results.get(now); next != null; next = results.get(now)) {
      now = next;
    }
    return now;
  }

  private void add(
      NodeDef node, String name, List<String> inputs, Map<String, AttrValue> callAttributes) {
    FunctionDef called = called(node);
    NodeDef.Builder builder =
        NodeDef.newBuilder().setName(name).setOp(node.getOp()).addAllInput(inputs);
    node.getAttrMap()
        .forEach(
            (key, value) -> {
              // Attributes such as _class name operations that are called otherwise now.
              if (!key.startsWith("_")) {
                builder.putAttr(key, substituted(value, callAttributes));
              }
            });
    if (called == null) {
      nodes.put(name, builder.build());
    } else {
      expand(builder.build(), called);
    }
  }

  private static AttrValue substituted(AttrValue value, Map<String, AttrValue> ofCall) {
    return value.getValueCase() == AttrValue.ValueCase.PLACEHOLDER
        ? ofCall.getOrDefault(value.getPlaceholder(), value)
        : value;
  }

  private @Nullable FunctionDef called(NodeDef node) {
    return switch (node.getOp()) {
      case "PartitionedCall", "StatefulPartitionedCall" -> {
        String name = node.getAttrOrThrow("f").getFunc().getName();
        FunctionDef function = functions.get(name);
        if (function == null) {
          throw new NasException("The graph calls a function that it lacks: " + name + ".");
        }
        yield function;
      }
      default -> functions.get(node.getOp());
    };
  }

  private void expand(NodeDef call, FunctionDef function) {
    Map<String, String> names = new HashMap<>();
    Map<String, NodeDef> body = new HashMap<>();
    for (NodeDef node : function.getNodeDefList()) {
      names.put(node.getName(), free(call.getName(), node.getName()));
      body.put(node.getName(), node);
    }
    Map<String, String> arguments = new HashMap<>();
    for (int i = 0; i < function.getSignature().getInputArgCount(); i++) {
      arguments.put(function.getSignature().getInputArg(i).getName(), call.getInput(i));
    }
    Translation translation = new Translation(arguments, names, body);
    for (NodeDef node : function.getNodeDefList()) {
      List<String> inputs =
          node.getInputList().stream()
              .filter(input -> !GraphNodes.isControl(input))
              .map(translation::tensor)
              .toList();
      add(node, requireNonNull(names.get(node.getName())), inputs, call.getAttrMap());
    }
    for (int i = 0; i < function.getSignature().getOutputArgCount(); i++) {
      String result = function.getRetOrThrow(function.getSignature().getOutputArg(i).getName());
      results.put(call.getName() + ":" + i, translation.tensor(result));
    }
  }

  private String free(String call, String name) {
    String candidate = name;
    for (int i = 0; !taken.add(candidate); i++) {
      candidate = call + "/" + name + (i == 0 ? "" : "_" + i);
    }
    return candidate;
  }

  /** The names that tensors of a function's body have in the graph. */
  private final class Translation {
    private final Map<String, String> arguments;
    private final Map<String, String> names;
    private final Map<String, NodeDef> body;

    Translation(
        Map<String, String> arguments, Map<String, String> names, Map<String, NodeDef> body) {
      this.arguments = arguments;
      this.names = names;
      this.body = body;
    }

    /** Returns the name of a tensor such as {@code x} (an argument) or {@code conv:output:0}. */
    String tensor(String local) {
      String[] parts = local.split(":", -1);
      NodeDef node = body.get(parts[0]);
      if (node == null) {
        return requireNonNull(arguments.get(parts[0]), local);
      }
      int index = parts.length < 3 ? 0 : first(node, parts[1]) + Integer.parseInt(parts[2]);
      return names.get(parts[0]) + ":" + index;
    }

    /** Returns the index of the first tensor of a named output. */
    private int first(NodeDef node, String output) {
      FunctionDef function = functions.get(node.getOp());
      OpDef definition = function == null ? operations.get(node.getOp()) : function.getSignature();
      if (definition == null) {
        throw new NasException(
            "The operation %s (%s) is unknown to TensorFlow."
                .formatted(node.getOp(), node.getName()));
      }
      int index = 0;
      for (OpDef.ArgDef each : definition.getOutputArgList()) {
        if (each.getName().equals(output)) {
          return index;
        }
        index += size(node, each);
      }
      throw new NasException(
          "The operation %s (%s) has no output %s."
              .formatted(node.getOp(), node.getName(), output));
    }

    private int size(NodeDef node, OpDef.ArgDef output) {
      if (!output.getNumberAttr().isEmpty()) {
        return Math.toIntExact(node.getAttrOrThrow(output.getNumberAttr()).getI());
      }
      return output.getTypeListAttr().isEmpty()
          ? 1
          : node.getAttrOrThrow(output.getTypeListAttr()).getList().getTypeCount();
    }
  }
}
