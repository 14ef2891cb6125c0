package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.cli.console.TextTable;

/**
 * The layers of a network, as text and as a tree.
 *
 * @param network the network
 */
public record NetworkTable(NetworkSpec network) {

  private record Row(LayerNode node, TensorShape output, long parameters, long flops) {}

  /** Returns the nodes in order, each as a tree. */
  public List<Map<String, Object>> tree() {
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (Row row : rows()) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("name", row.node().name());
      tree.put("layer", row.node().layer().label());
      tree.put("reads", row.node().inputs());
      tree.put("output", row.output().dimensions());
      tree.put("parameters", row.parameters());
      tree.put("flops", row.flops());
      nodes.add(tree);
    }
    return nodes;
  }

  /** Returns a table with a row for each node; each line ends with a line break. */
  public String text() {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT);
    table.row("node", "layer", "reads", "output", "parameters", "FLOPs");
    for (Row row : rows()) {
      table.row(
          row.node().name(),
          row.node().layer().label(),
          String.join(", ", row.node().inputs()),
          row.output().toString(),
          Long.toString(row.parameters()),
          Long.toString(row.flops()));
    }
    return "\nNetwork\n" + table;
  }

  private List<Row> rows() {
    Map<String, TensorShape> shapes = network.graph().shapes();
    List<Row> rows = new ArrayList<>();
    for (LayerNode node : network.nodes()) {
      List<TensorShape> inputs = node.inputs().stream().map(name -> shape(shapes, name)).toList();
      rows.add(
          new Row(
              node,
              shape(shapes, node.name()),
              node.layer().parameters(inputs),
              node.layer().flops(inputs)));
    }
    return rows;
  }

  private static TensorShape shape(Map<String, TensorShape> shapes, String name) {
    return Objects.requireNonNull(shapes.get(name), name);
  }
}
