package org.espalier.nas.api.network;

/**
 * One layer of a network, as a value that no framework is needed for.
 *
 * <p>Implementations are records. A backend maps each record class to a builder.
 */
public interface LayerSpec {

  /**
   * The shape of the layer's output for one example.
   *
   * @throws IllegalArgumentException if the layer cannot take this input
   */
  TensorShape output(TensorShape input);

  /** The number of trainable parameters for this input. */
  long parameters(TensorShape input);

  /** Floating-point operations of one forward pass of one example; a multiply-add counts two. */
  long flops(TensorShape input);

  /** The layer as it is written in an architecture: {@code (128, relu)}. */
  String label();
}
