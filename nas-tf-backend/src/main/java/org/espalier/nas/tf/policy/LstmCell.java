package org.espalier.nas.tf.policy;

import java.util.List;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A long short-term memory (Hochreiter &amp; Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000, whose bias starts at 1 as Jozefowicz et al. 2015 advise).
 *
 * <p>The gates are adjacent, in the order input, forget, cell, output.
 */
final class LstmCell implements RecurrentCell {
  private static final int GATES = 4;

  private final Ops tf;
  private final int units;
  private final Variable<TFloat32> kernel;
  private final Variable<TFloat32> recurrent;
  private final Variable<TFloat32> bias;

  LstmCell(Ops tf, WeightSet weights, int inputs, int units) {
    this.tf = tf;
    this.units = units;
    this.kernel = weights.matrix("lstm.kernel", inputs, GATES * units);
    this.recurrent = weights.matrix("lstm.recurrent", units, GATES * units);
    this.bias = weights.bias("lstm.bias", GATES * units, units, 2 * units);
  }

  @Override
  public int parts() {
    return GATES;
  }

  @Override
  public Operand<TFloat32> project(Operand<TFloat32> inputs) {
    return tf.math.add(tf.linalg.matMul(inputs, kernel.value()), bias.value());
  }

  @Override
  public State step(Operand<TFloat32> projected, State before) {
    Operand<TFloat32> gates =
        tf.math.add(projected, tf.linalg.matMul(before.hidden(), recurrent.value()));
    List<Operand<TFloat32>> each = Shapes.columns(tf, gates, GATES, units);
    Operand<TFloat32> input = tf.math.sigmoid(each.get(0));
    Operand<TFloat32> forget = tf.math.sigmoid(each.get(1));
    Operand<TFloat32> candidate = tf.math.tanh(each.get(2));
    Operand<TFloat32> output = tf.math.sigmoid(each.get(3));
    Operand<TFloat32> cell =
        tf.math.add(tf.math.mul(forget, before.cell()), tf.math.mul(input, candidate));
    return new State(tf.math.mul(output, tf.math.tanh(cell)), cell);
  }
}
