package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One layer of a network, as a value independent of any framework.
 *
 * <p>Implementations are records. Layers with a single input implement {@link UnaryLayer}. A
 * backend maps each record class to a builder, except {@linkplain ComposedLayer composed} ones,
 * whose parts it builds.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface LayerSpec {

  /**
   * Returns the shape of the layer's output for one example.
   *
   * @param inputs the shapes of the inputs, in order
   * @return the shape of the output
   * @throws IllegalArgumentException if the layer cannot take these inputs
   */
  TensorShape output(List<TensorShape> inputs);

  /**
   * Returns the number of trainable parameters.
   *
   * @param inputs the shapes of the inputs, ones that {@link #output} accepts
   * @return not negative
   */
  long parameters(List<TensorShape> inputs);

  /**
   * Returns the floating-point operations of one forward pass of one example; a multiply-add counts
   * two.
   *
   * @param inputs the shapes of the inputs, ones that {@link #output} accepts
   * @return not negative
   */
  long flops(List<TensorShape> inputs);

  /**
   * Returns the number of values that a backend keeps of one example until the backward pass; the
   * size of the output unless overridden.
   *
   * @param inputs the shapes of the inputs, ones that {@link #output} accepts
   * @return not negative
   */
  default long activations(List<TensorShape> inputs) {
    return output(inputs).size();
  }

  /** {@return the layer as it is written in an architecture: {@code (128, relu)}} */
  String label();
}
