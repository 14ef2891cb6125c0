package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.TensorShape;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Builder of inverted dropout, whose mask is a function of the layer's seed and the training step.
 */
public final class DropoutBuilder implements LayerBuilder<Dropout> {

  @Override
  public GraphLayer build(LayerContext context, Dropout layer, TensorShape input) {
    return new Applied(layer.rate(), context);
  }

  private record Applied(double rate, LayerContext context) implements GraphLayer {

    @Override
    public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
      if (mode == Mode.INFERENCE || rate == 0) {
        return input;
      }
      Operand<TInt64> seeds = tf.stack(List.of(tf.constant(context.seed()), context.step()));
      Operand<TFloat32> uniform =
          tf.random.statelessRandomUniform(tf.shape(tf.stopGradient(input)), seeds);
      Operand<TFloat32> kept =
          tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)), TFloat32.class);
      return tf.math.mul(input, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
    }

    @Override
    public boolean dependsOnMode() {
      return rate != 0;
    }
  }
}
