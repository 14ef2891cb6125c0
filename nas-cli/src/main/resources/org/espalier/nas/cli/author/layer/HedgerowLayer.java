package org.example.hedgerow;

import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.UnaryLayer;

/**
 * A gated layer (Dauphin et al. 2017): tanh(x·W + b) · sigmoid(x·V + c). This record describes it
 * without TensorFlow; {@link HedgerowLayerBuilder} builds it.
 *
 * @param units the number of outputs, positive
 */
public record HedgerowLayer(int units) implements UnaryLayer {

  /** Checks the number of units. */
  public HedgerowLayer {
    if (units <= 0) {
      throw new IllegalArgumentException("units (" + units + ") must be positive.");
    }
  }

  @Override
  public TensorShape output(TensorShape input) {
    if (input.rank() != 1) {
      throw new IllegalArgumentException(
          "A gated layer needs an input of one dimension, not " + input + ".");
    }
    return TensorShape.of(units);
  }

  @Override
  public long parameters(TensorShape input) {
    return 2L * (input.size() + 1) * units;
  }

  @Override
  public long flops(TensorShape input) {
    return 2 * (2L * input.size() * units + units) + units;
  }

  @Override
  public String label() {
    return "gated(" + units + ")";
  }
}
