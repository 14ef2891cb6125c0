package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * One layer of a network, as a value independent of any framework.
 *
 * <p>Implementations are records. A backend maps each record class to a builder, except {@linkplain
 * ComposedLayer composed} ones, whose parts it builds.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface LayerSpec {

  /**
   * Returns the shape of the layer's output for one example.
   *
   * @param input the shape of the input
   * @return the shape of the output
   * @throws IllegalArgumentException if the layer cannot take this input
   */
  TensorShape output(TensorShape input);

  /**
   * Returns the number of trainable parameters.
   *
   * @param input the shape of the input, one that {@link #output} accepts
   * @return not negative
   */
  long parameters(TensorShape input);

  /**
   * Returns the floating-point operations of one forward pass of one example; a multiply-add counts
   * two.
   *
   * @param input the shape of the input, one that {@link #output} accepts
   * @return not negative
   */
  long flops(TensorShape input);

  /**
   * Returns the number of values that a backend keeps of one example until the backward pass; the
   * size of the output unless overridden.
   *
   * @param input the shape of the input, one that {@link #output} accepts
   * @return not negative
   */
  default long activations(TensorShape input) {
    return output(input).size();
  }

  /** {@return the layer as it is written in an architecture: {@code (128, relu)}} */
  String label();
}
