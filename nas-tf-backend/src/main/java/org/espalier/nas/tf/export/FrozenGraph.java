package org.espalier.nas.tf.export;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.espalier.nas.api.NasException;
import org.espalier.nas.tf.sharing.WeightArray;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A graph whose weights are constants, reduced to the operations that its output needs: export
 * silently omits resource variables, but keeps constants.
 */
final class FrozenGraph {
  private static final String READ = "ReadVariableOp";
  private static final String SHARED_NAME = "shared_name";

  private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
  private final Map<String, WeightArray> weights;

  private FrozenGraph(GraphDef graph, Map<String, WeightArray> weights) {
    graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
    this.weights = weights;
  }

  /**
   * Returns the part of a graph that an output depends on, with constants for variables.
   *
   * @param graph the whole graph
   * @param output the name of the operation that computes the output
   * @param weights a value for each variable that the output depends on, by the variable's name
   * @throws NasException if a variable has no value
   */
  static GraphDef of(GraphDef graph, String output, Map<String, WeightArray> weights) {
    return new FrozenGraph(graph, weights).upTo(output, graph);
  }

  private GraphDef upTo(String output, GraphDef graph) {
    Set<String> needed = needed(output);
    GraphDef.Builder frozen = GraphDef.newBuilder().setVersions(graph.getVersions());
    nodes.values().stream()
        .filter(node -> needed.contains(node.getName()))
        .forEach(node -> frozen.addNode(READ.equals(node.getOp()) ? constant(node) : node));
    return frozen.build();
  }

  private Set<String> needed(String output) {
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(output);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (needed.add(name) && !READ.equals(node(name).getOp())) {
        node(name).getInputList().forEach(input -> open.add(operation(input)));
      }
    }
    return needed;
  }

  private NodeDef constant(NodeDef read) {
    NodeDef handle = node(operation(read.getInput(0)));
    String variable = handle.getAttrOrThrow(SHARED_NAME).getS().toStringUtf8();
    WeightArray array = weights.get(variable);
    if (array == null) {
      throw new NasException("The variable " + variable + " of the graph has no value to export.");
    }
    return NodeDef.newBuilder()
        .setName(read.getName())
        .setOp("Const")
        .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor(array)).build())
        .build();
  }

  private static TensorProto tensor(WeightArray array) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    array
        .shape()
        .dimensions()
        .forEach(size -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    ByteBuffer content =
        ByteBuffer.allocate(array.values().length * Float.BYTES).order(ByteOrder.nativeOrder());
    content.asFloatBuffer().put(array.values());
    return TensorProto.newBuilder()
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape)
        .setTensorContent(ByteString.copyFrom(content))
        .build();
  }

  private NodeDef node(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  /** Returns the operation of an input such as {@code dense/kernel:0} or {@code ^control}. */
  private static String operation(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int output = name.indexOf(':');
    return output < 0 ? name : name.substring(0, output);
  }
}
