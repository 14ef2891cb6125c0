package org.espalier.nas.api.network;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;

/** A layer with a single input. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface UnaryLayer extends LayerSpec {

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

  @Override
  default TensorShape output(List<TensorShape> inputs) {
    return output(only(inputs));
  }

  @Override
  default long parameters(List<TensorShape> inputs) {
    return parameters(only(inputs));
  }

  @Override
  default long flops(List<TensorShape> inputs) {
    return flops(only(inputs));
  }

  @Override
  default long activations(List<TensorShape> inputs) {
    return activations(only(inputs));
  }

  private TensorShape only(List<TensorShape> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException(
          "%s takes one input, not %d.".formatted(label(), inputs.size()));
    }
    return inputs.get(0);
  }
}
