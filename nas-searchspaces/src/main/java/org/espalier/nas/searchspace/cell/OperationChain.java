package org.espalier.nas.searchspace.cell;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * An operation of a cell that is a chain of layers.
 *
 * @param label the text in drawings and tables
 * @param layers the layers in order, at least one
 */
public record OperationChain(String label, List<LayerSpec> layers) implements ComposedLayer {

  /** Copies the list, and checks that it is not empty. */
  public OperationChain {
    Objects.requireNonNull(label);
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "layers of the operation %s must hold at least one.".formatted(label));
    }
  }

  /** Returns a chain of these layers. */
  public static OperationChain of(String label, LayerSpec... layers) {
    return new OperationChain(label, List.of(layers));
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    return LayerGraph.chain(inputs, layers.toArray(LayerSpec[]::new));
  }
}
