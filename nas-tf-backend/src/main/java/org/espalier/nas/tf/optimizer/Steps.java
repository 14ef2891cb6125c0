package org.espalier.nas.tf.optimizer;

import java.util.List;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.tf.graph.Variable;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt64;

/** Values computed from the count of iterations, in double precision until the last operation. */
final class Steps {
  private final Ops tf;
  private final Variable<TInt64> iteration;
  private @Nullable Operand<TFloat64> index;
  private @Nullable Operand<TFloat64> number;

  Steps(Ops tf, Variable<TInt64> iteration) {
    this.tf = tf;
    this.iteration = iteration;
  }

  /** Returns the step size of an iteration. */
  Operand<TFloat32> learningRate(double initial, Schedule schedule) {
    if (schedule instanceof Schedule.TimeDecaySchedule decay) {
      Operand<TFloat64> grown = tf.math.mul(tf.constant(decay.decay()), index());
      return single(tf.math.div(tf.constant(initial), tf.math.add(tf.constant(1.0), grown)));
    } else if (schedule instanceof Schedule.ExponentialSchedule decay) {
      Operand<TFloat64> factors = tf.math.div(index(), tf.constant((double) decay.steps()));
      return single(
          tf.math.mul(tf.constant(initial), tf.math.pow(tf.constant(decay.decay()), factors)));
    } else if (schedule instanceof Schedule.CosineSchedule cosine) {
      return single(cosine(initial, cosine));
    }
    return tf.constant((float) initial);
  }

  /** Returns η·(floor + (1 − floor)/2) + η·(1 − floor)/2·cos(π·min(i, steps)/steps). */
  private Operand<TFloat64> cosine(double initial, Schedule.CosineSchedule schedule) {
    double steps = schedule.steps();
    double amplitude = initial * (1 - schedule.floor()) / 2;
    Operand<TFloat64> angle =
        tf.math.mul(tf.math.minimum(index(), tf.constant(steps)), tf.constant(Math.PI / steps));
    return tf.math.add(
        tf.constant(initial * schedule.floor() + amplitude),
        tf.math.mul(tf.constant(amplitude), tf.math.cos(angle)));
  }

  /** Returns a base to the power of the step's number, which counts from 1. */
  Operand<TFloat32> power(double base) {
    return single(tf.math.pow(tf.constant(base), number()));
  }

  /** Returns the step's number, which counts from 1. */
  Operand<TFloat64> number() {
    if (number == null) {
      number = tf.math.add(index(), tf.constant(1.0));
    }
    return number;
  }

  /** Returns the read of the count of iterations; empty if nothing was computed from it. */
  List<Op> reads() {
    return index == null ? List.of() : List.of(iteration.value());
  }

  private Operand<TFloat64> index() {
    if (index == null) {
      index = tf.dtypes.cast(iteration.value(), TFloat64.class);
    }
    return index;
  }

  private Operand<TFloat32> single(Operand<TFloat64> value) {
    return tf.dtypes.cast(value, TFloat32.class);
  }
}
