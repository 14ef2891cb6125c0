package org.espalier.nas.tf.policy;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A recurrent cell with a hidden state, which is its output, and a memory cell. */
sealed interface RecurrentCell permits LstmCell, NasCell {

  /** The state after a step, each of shape [batch, units]. */
  record State(Operand<TFloat32> hidden, Operand<TFloat32> cell) {}

  /** Returns the number of projections of the input. */
  int parts();

  /**
   * Returns the projections of inputs: the part of a step that needs no state, for many steps at
   * once.
   *
   * @param inputs the inputs, of shape [n, inputs]
   * @return a tensor of shape [n, parts·units]
   */
  Operand<TFloat32> project(Operand<TFloat32> inputs);

  /**
   * Adds one step.
   *
   * @param projected the projections of the input, of shape [batch, parts·units]
   */
  State step(Operand<TFloat32> projected, State before);
}
