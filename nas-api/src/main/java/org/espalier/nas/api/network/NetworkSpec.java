package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Objects;
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

  /** Checks that each layer accepts the output of the one before. */
  public NetworkSpec {
    Objects.requireNonNull(input);
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least the output layer.");
    }
    TensorShape unused = Chain.output(input, layers);
  }

  /** Returns the shape of the prediction for one example. */
  public TensorShape output() {
    return Chain.output(input, layers);
  }

  /** Returns the number of trainable parameters. */
  public long parameters() {
    return Chain.sum(input, layers, LayerSpec::parameters);
  }

  /** Returns the floating-point operations of one forward pass of one example. */
  public long flops() {
    return Chain.sum(input, layers, LayerSpec::flops);
  }

  /** Returns the number of values that a backend keeps of one example, the input among them. */
  public long activations() {
    return Math.addExact(input.size(), Chain.sum(input, layers, LayerSpec::activations));
  }

  /** Returns this network with the parts of each composed layer in its place, at any depth. */
  public NetworkSpec expanded() {
    return new NetworkSpec(input, Chain.expanded(input, layers));
  }

  /** Returns the labels of the layers: {@code [(128, relu), dropout(0.2), (3, softmax)]}. */
  @Override
  public String toString() {
    return layers.stream().map(LayerSpec::label).collect(Collectors.joining(", ", "[", "]"));
  }
}
