package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param scheduled true if the probability is the rate times the progress of training
 */
record Masking(double rate, LayerContext context, @Nullable List<Boolean> shared, boolean scheduled)
    implements GraphLayer {

  /** Returns a layer that drops each value apart. */
  static Masking ofValues(double rate, LayerContext context) {
    return new Masking(rate, context, null, false);
  }

  /** Returns a layer that drops whole channels of an example. */
  static Masking ofChannels(double rate, LayerContext context, TensorShape input) {
    List<Boolean> shared = new ArrayList<>(allShared(input));
    shared.set(input.rank(), false);
    return new Masking(rate, context, List.copyOf(shared), false);
  }

  /** Returns a layer that drops whole examples. */
  static Masking ofExamples(
      double rate, boolean scheduled, LayerContext context, TensorShape input) {
    return new Masking(rate, context, allShared(input), scheduled);
  }

  private static List<Boolean> allShared(TensorShape input) {
    return IntStream.rangeClosed(0, input.rank()).mapToObj(dimension -> dimension > 0).toList();
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
    Operand<TFloat32> dropped = probability(tf);
    Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(uniform, dropped), TFloat32.class);
    return tf.math.mul(input, tf.math.mul(kept, scale(tf, dropped)));
  }

  private Operand<TFloat32> probability(Ops tf) {
    Operand<TFloat32> last = tf.constant((float) rate);
    return scheduled ? tf.math.mul(last, context.progress()) : last;
  }

  private Operand<TFloat32> scale(Ops tf, Operand<TFloat32> dropped) {
    return scheduled
        ? tf.math.reciprocal(tf.math.sub(tf.constant(1f), dropped))
        : tf.constant((float) (1 / (1 - rate)));
  }

  private Operand<TInt32> maskShape(Ops tf, Operand<TInt32> shape) {
    if (shared == null) {
      return shape;
    }
    int[] own = shared.stream().mapToInt(together -> together ? 0 : 1).toArray();
    int[] one = shared.stream().mapToInt(together -> together ? 1 : 0).toArray();
    return tf.math.add(tf.math.mul(shape, tf.constant(own)), tf.constant(one));
  }

  @Override
  public boolean dependsOnMode() {
    return rate != 0;
  }
}
