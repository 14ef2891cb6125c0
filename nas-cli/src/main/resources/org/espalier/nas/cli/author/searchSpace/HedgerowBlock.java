package org.example.hedgerow;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.TensorShape;

/**
 * A residual block of two dense layers. It is composed of built-in layers, so it needs no TensorFlow
 * code; its parameters are counted from the parts.
 *
 * @param units the number of outputs, positive
 * @param activation activation of the first dense layer and of the sum
 */
public record HedgerowBlock(int units, Activation activation) implements ComposedLayer {

  /** Checks the number of units. */
  public HedgerowBlock {
    Objects.requireNonNull(activation);
    if (units <= 0) {
      throw new IllegalArgumentException("units (" + units + ") must be positive.");
    }
  }

  @Override
  public LayerGraph graph(List<TensorShape> inputs) {
    List<LayerSpec> body =
        List.of(new Dense(units, activation), new Dense(units, Activation.LINEAR));
    // The input is projected unless it is as wide as the body's output.
    List<LayerSpec> shortcut =
        inputs.equals(List.of(TensorShape.of(units)))
            ? List.of()
            : List.of(new Dense(units, Activation.LINEAR));
    return LayerGraph.chain(inputs, new Residual(body, shortcut, activation));
  }

  @Override
  public String label() {
    return "block(" + units + ", " + activation + ")";
  }
}
