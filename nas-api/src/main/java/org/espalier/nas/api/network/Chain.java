package org.espalier.nas.api.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;

/** Layers one after the other. */
final class Chain {

  private Chain() {}

  /** Returns the output shape of the last layer. */
  static TensorShape output(TensorShape input, List<LayerSpec> layers) {
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      shape = layer.output(shape);
    }
    return shape;
  }

  /** Returns the sum of a quantity over the layers. */
  static long sum(
      TensorShape input,
      List<LayerSpec> layers,
      ToLongBiFunction<LayerSpec, TensorShape> quantity) {
    long total = 0;
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      total = Math.addExact(total, quantity.applyAsLong(layer, shape));
      shape = layer.output(shape);
    }
    return total;
  }

  /** Returns the layers with the parts of composed ones in their place, at any depth. */
  static List<LayerSpec> expanded(TensorShape input, List<LayerSpec> layers) {
    List<LayerSpec> expanded = new ArrayList<>();
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      if (layer instanceof ComposedLayer composed) {
        expanded.addAll(expanded(shape, composed.layers(shape)));
      } else {
        expanded.add(layer instanceof Residual residual ? residual.expanded(shape) : layer);
      }
      shape = layer.output(shape);
    }
    return expanded;
  }
}
