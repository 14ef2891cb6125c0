package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A layer that is a graph of other layers. A backend need not know it: it builds the parts instead.
 *
 * <p>The parts may be composed themselves. Shape, parameters and operations are those of the parts.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface ComposedLayer extends LayerSpec {

  /**
   * Returns the parts; {@link LayerGraph#chain(List, LayerSpec...)} for a chain.
   *
   * @param inputs the shapes of the inputs, in order
   * @return a graph with these inputs and one output; the same for the same inputs
   * @throws IllegalArgumentException if the layer cannot take these inputs
   */
  LayerGraph graph(List<TensorShape> inputs);

  @Override
  default TensorShape output(List<TensorShape> inputs) {
    return graph(inputs).output();
  }

  @Override
  default long parameters(List<TensorShape> inputs) {
    return graph(inputs).parameters();
  }

  @Override
  default long flops(List<TensorShape> inputs) {
    return graph(inputs).flops();
  }

  @Override
  default long activations(List<TensorShape> inputs) {
    return graph(inputs).activations();
  }
}
