package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A chain of layers, the last of which gives the prediction.
 *
 * @param input the shape of one example
 * @param layers the layers in order, at least one
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record NetworkSpec(TensorShape input, List<LayerSpec> layers) {

  /** Checks that each layer takes what the one before gives. */
  public NetworkSpec {
    Objects.requireNonNull(input);
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least the output layer.");
    }
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      shape = layer.output(shape);
    }
  }

  /** The shape of the prediction for one example. */
  public TensorShape output() {
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      shape = layer.output(shape);
    }
    return shape;
  }

  /** The number of trainable parameters. */
  public long parameters() {
    return sum(LayerSpec::parameters);
  }

  /** Floating-point operations of one forward pass of one example. */
  public long flops() {
    return sum(LayerSpec::flops);
  }

  private long sum(ToLongBiFunction<LayerSpec, TensorShape> quantity) {
    long total = 0;
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      total = Math.addExact(total, quantity.applyAsLong(layer, shape));
      shape = layer.output(shape);
    }
    return total;
  }

  /** The labels of the layers: {@code [(128, relu), dropout(0.2), (3, softmax)]}. */
  @Override
  public String toString() {
    return layers.stream().map(LayerSpec::label).collect(Collectors.joining(", ", "[", "]"));
  }
}
