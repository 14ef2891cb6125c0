package org.espalier.nas.tf.latency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * Latencies of operations from a table, which are summed over the layers of a network.
 *
 * <p>A layer is found by its label and the shapes of its inputs ({@code conv(32, 3×3) 28×28×16}),
 * else by its label ({@code conv(32, 3×3)}), else by its kind ({@code Conv2d}). A composed layer
 * that is not found counts as the sum of its parts, and a layer without floating-point operations
 * that is not found counts as 0.
 */
final class OperationTable implements LatencySource {
  private final LatencyFile file;
  private final NetworkSearchSpace space;
  private final Map<String, Double> latencies = new HashMap<>();

  /**
   * Reads the latencies.
   *
   * @param column column of the operations
   * @param device column of the latencies; null for {@code latency}
   */
  OperationTable(LatencyFile file, NetworkSearchSpace space, int column, @Nullable String device) {
    this.file = file;
    this.space = space;
    int values = file.latencies(device);
    for (LatencyFile.Row row : file.rows()) {
      OptionalDouble latency = file.latency(row, values);
      String operation = row.values().get(column);
      if (latency.isPresent() && latencies.put(operation, latency.getAsDouble()) != null) {
        throw file.fault(
            row, column, "(%s) is there twice. Remove one of the rows.".formatted(operation));
      }
    }
  }

  @Override
  public boolean measured() {
    return false;
  }

  @Override
  public OptionalDouble known(Architecture architecture) {
    Sum sum = new Sum();
    sum.add(space.lower(architecture).prediction().graph());
    return sum.unknown.isEmpty() ? OptionalDouble.of(sum.milliseconds) : OptionalDouble.empty();
  }

  @Override
  public ObjectiveValue value(Architecture architecture) {
    Sum sum = new Sum();
    sum.add(space.lower(architecture).prediction().graph());
    if (!sum.unknown.isEmpty()) {
      throw new NasException(
          "table (%s) has no latency of %s. Add a row for each: its label with the shape of its input, its label or its kind."
              .formatted(file.file(), String.join(", ", sum.unknown)));
    }
    return ObjectiveValue.of(sum.milliseconds);
  }

  /** The sum over the layers of a graph. */
  private final class Sum {
    private final Set<String> unknown = new LinkedHashSet<>();
    private double milliseconds;

    void add(LayerGraph graph) {
      Map<String, TensorShape> shapes = graph.shapes();
      for (LayerNode node : graph.nodes()) {
        List<TensorShape> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
          TensorShape shape = shapes.get(input);
          if (shape != null) {
            inputs.add(shape);
          }
        }
        add(node.layer(), inputs);
      }
    }

    private void add(LayerSpec layer, List<TensorShape> inputs) {
      String placed =
          layer.label()
              + " "
              + inputs.stream().map(TensorShape::toString).collect(Collectors.joining(" "));
      for (String key : List.of(placed, layer.label(), layer.getClass().getSimpleName())) {
        Double found = latencies.get(key);
        if (found != null) {
          milliseconds += found;
          return;
        }
      }
      if (layer instanceof ComposedLayer composed) {
        add(composed.graph(inputs));
      } else if (layer.flops(inputs) > 0) {
        unknown.add(placed);
      }
    }
  }
}
