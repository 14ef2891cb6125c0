package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A residual block (He et al. 2016): activation(body(x) + shortcut(x)).
 *
 * @param body the layers of the residual branch, in order, at least one
 * @param shortcut the layers of the shortcut branch, such as a projection where the body changes
 *     the shape; empty for the input itself
 * @param activation applied to the sum
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Residual(List<LayerSpec> body, List<LayerSpec> shortcut, Activation activation)
    implements ComposedLayer {

  /** Copies. */
  public Residual {
    Objects.requireNonNull(activation);
    body = List.copyOf(body);
    shortcut = List.copyOf(shortcut);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("body must hold at least one layer.");
    }
  }

  /** Returns x + body(x), whose body keeps the shape. */
  public static Residual of(LayerSpec... body) {
    return new Residual(List.of(body), List.of(), Activation.LINEAR);
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    requireEqualShapes(inputs);
    LayerGraphBuilder graph = LayerGraph.with(inputs.toArray(TensorShape[]::new));
    String sum =
        graph.add(
            "sum", new Add(), branch(graph, "body", body), branch(graph, "shortcut", shortcut));
    return graph.output(
        activation == Activation.LINEAR
            ? sum
            : graph.add("activation", new Activate(activation), sum));
  }

  private static String branch(LayerGraphBuilder graph, String name, List<LayerSpec> layers) {
    String last = graph.input();
    for (int i = 0; i < layers.size(); i++) {
      last = graph.add(name + i, layers.get(i), last);
    }
    return last;
  }

  private void requireEqualShapes(List<TensorShape> inputs) {
    TensorShape given = LayerGraph.chain(inputs, body.toArray(LayerSpec[]::new)).output();
    TensorShape added = LayerGraph.chain(inputs, shortcut.toArray(LayerSpec[]::new)).output();
    if (!given.equals(added)) {
      throw new IllegalArgumentException(
          "body (%s) gives the shape %s and shortcut (%s) the shape %s; they must be the same. Maybe a layer is missing in the shortcut."
              .formatted(labels(body), given, labels(shortcut), added));
    }
  }

  @Override
  public String label() {
    String ways = shortcut.isEmpty() ? labels(body) : labels(body) + " + " + labels(shortcut);
    return "residual(" + ways + ", " + activation + ")";
  }

  private static String labels(List<LayerSpec> layers) {
    return layers.stream().map(LayerSpec::label).collect(Collectors.joining(", ", "[", "]"));
  }
}
