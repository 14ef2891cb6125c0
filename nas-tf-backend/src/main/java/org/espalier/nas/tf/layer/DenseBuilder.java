package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Activations;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Builder of dense layers: x·W + b, where W has a row for each input and a column for each unit.
 */
public final class DenseBuilder implements LayerBuilder<Dense> {

  @Override
  public GraphLayer build(LayerContext context, Dense layer, List<TensorShape> read) {
    int inputs = read.get(0).size();
    int units = layer.units();
    return new Applied(
        context.weights("kernel", Shape.of(inputs, units), inputs, units),
        context.variable("bias", Shape.of(units), FirstValues.constant(0)),
        layer.activation());
  }

  private record Applied(Operand<TFloat32> kernel, Operand<TFloat32> bias, Activation activation)
      implements GraphLayer {

    @Override
    public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
      return tf.nn.biasAdd(tf.linalg.matMul(inputs.get(0), kernel), bias);
    }

    @Override
    public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
      return Activations.apply(tf, activation, linear);
    }
  }
}
