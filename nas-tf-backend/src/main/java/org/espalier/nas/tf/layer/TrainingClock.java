package org.espalier.nas.tf.layer;

import org.espalier.nas.tf.graph.Variable;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** The training steps of a network, counted in a variable of its graph. */
final class TrainingClock {
  private final Ops tf;
  private final Variable<TInt64> iteration;
  private final long steps;
  private @Nullable Operand<TFloat32> progress;

  /**
   * Creates the clock.
   *
   * @param iteration the count of training steps
   * @param steps the steps of the whole training; 0 if schedules are always at their end
   */
  TrainingClock(Ops tf, Variable<TInt64> iteration, long steps) {
    this.tf = tf;
    this.iteration = iteration;
    this.steps = steps;
  }

  /** Returns the count of training steps, a scalar. */
  Operand<TInt64> step() {
    return iteration.value();
  }

  /** Returns min(1, count / steps), a scalar that all layers share. */
  Operand<TFloat32> progress() {
    Operand<TFloat32> share = progress;
    if (share == null) {
      share =
          steps == 0
              ? tf.constant(1f)
              : tf.math.minimum(
                  tf.constant(1f),
                  tf.math.div(
                      tf.dtypes.cast(iteration.value(), TFloat32.class),
                      tf.constant((float) steps)));
      progress = share;
    }
    return share;
  }
}
