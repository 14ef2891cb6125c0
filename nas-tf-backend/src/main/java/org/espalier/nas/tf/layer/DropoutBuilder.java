package org.espalier.nas.tf.layer;

import java.util.List;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Inverted dropout, whose mask is a function of the layer's seed and the training step. */
record DropoutLayer(double rate, long seed, Variable<TInt64> iteration) implements GraphLayer {

  static DropoutLayer of(LayerContext context, Dropout layer, TensorShape input) {
    return new DropoutLayer(layer.rate(), context.seed(), context.iteration());
  }

  @Override
  public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
    if (mode == Mode.INFERENCE || rate == 0) {
      return input;
    }
    Operand<TInt64> seeds = tf.stack(List.of(tf.constant(seed), iteration.value()));
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
