package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A layer that is a chain of other layers. A backend need not know it: it builds the parts instead.
 *
 * <p>The parts may be composed themselves. Shape, parameters and operations are those of the parts.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ComposedLayer extends LayerSpec {

  /**
   * Returns the parts in order, each of which takes the output of the one before.
   *
   * @param input the shape of the input
   * @return at least one layer; the same for the same input
   * @throws IllegalArgumentException if the layer cannot take this input
   */
  List<LayerSpec> layers(TensorShape input);

  @Override
  default TensorShape output(TensorShape input) {
    return Chain.output(input, layers(input));
  }

  @Override
  default long parameters(TensorShape input) {
    return Chain.sum(input, layers(input), LayerSpec::parameters);
  }

  @Override
  default long flops(TensorShape input) {
    return Chain.sum(input, layers(input), LayerSpec::flops);
  }

  @Override
  default long activations(TensorShape input) {
    return Chain.sum(input, layers(input), LayerSpec::activations);
  }
}
