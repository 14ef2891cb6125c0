package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Activations;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Builder of activation functions. */
public final class ActivateBuilder implements LayerBuilder<Activate> {

  @Override
  public GraphLayer build(LayerContext context, Activate layer, List<TensorShape> inputs) {
    return new Applied(layer.activation());
  }

  private record Applied(Activation activation) implements GraphLayer {

    @Override
    public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
      return inputs.get(0);
    }

    @Override
    public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
      return Activations.apply(tf, activation, linear);
    }
  }
}
