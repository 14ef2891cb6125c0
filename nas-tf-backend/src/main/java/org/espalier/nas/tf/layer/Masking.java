package org.espalier.nas.tf.layer;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Inverted dropout, whose mask is a function of the layer's seed and the training step.
 *
 * @param rate the probability of being dropped, in [0, 1)
 * @param shared for the batch and each dimension of an example, true if all its places are dropped
 *     together; null if each value has a draw of its own
 */
record Masking(double rate, LayerContext context, boolean @Nullable [] shared)
    implements GraphLayer {

  /** Returns a layer that drops each value apart. */
  static Masking ofValues(double rate, LayerContext context) {
    return new Masking(rate, context, null);
  }

  /** Returns a layer that drops whole channels of an example. */
  static Masking ofChannels(double rate, LayerContext context, TensorShape input) {
    boolean[] shared = allShared(input);
    shared[input.rank()] = false;
    return new Masking(rate, context, shared);
  }

  /** Returns a layer that drops whole examples. */
  static Masking ofExamples(double rate, LayerContext context, TensorShape input) {
    return new Masking(rate, context, allShared(input));
  }

  private static boolean[] allShared(TensorShape input) {
    boolean[] shared = new boolean[input.rank() + 1];
    Arrays.fill(shared, 1, shared.length, true);
    return shared;
  }

  @Override
  public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
    Operand<TFloat32> input = inputs.get(0);
    if (mode != Mode.TRAINING || rate == 0) {
      return input;
    }
    Operand<TInt64> seeds = tf.stack(List.of(tf.constant(context.seed()), context.step()));
    Operand<TFloat32> uniform =
        tf.random.statelessRandomUniform(maskShape(tf, tf.shape(tf.stopGradient(input))), seeds);
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(input, tf.math.mul(kept, tf.constant((float) (1 / (1 - rate)))));
  }

  private Operand<TInt32> maskShape(Ops tf, Operand<TInt32> shape) {
    if (shared == null) {
      return shape;
    }
    int[] own = new int[shared.length];
    int[] one = new int[shared.length];
    for (int i = 0; i < shared.length; i++) {
      own[i] = shared[i] ? 0 : 1;
      one[i] = shared[i] ? 1 : 0;
    }
    return tf.math.add(tf.math.mul(shape, tf.constant(own)), tf.constant(one));
  }

  @Override
  public boolean dependsOnMode() {
    return rate != 0;
  }
}
