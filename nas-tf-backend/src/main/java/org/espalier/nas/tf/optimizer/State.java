package org.espalier.nas.tf.optimizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** The variables that an optimizer keeps from step to step. */
final class State {
  private record Filling(Shape shape, double value) {}

  private final Ops tf;
  private final Variable<TInt64> iteration;
  private final List<Variable<?>> variables = new ArrayList<>();
  private final List<Op> initialisers = new ArrayList<>();
  private final Map<Filling, Operand<TFloat32>> fillings = new HashMap<>();
  private final Map<Variable<TFloat32>, Operand<TFloat32>> newValues = new LinkedHashMap<>();
  private final Operand<TInt64> one;

  State(Ops tf, Variable<TInt64> iteration) {
    this.tf = tf;
    this.iteration = iteration;
    this.one = tf.constant(1L);
    add(iteration, tf.constant(0L));
  }

  /** Adds a slot of a variable's shape, filled with a value. */
  Variable<TFloat32> slot(Variable<TFloat32> of, String name, double value) {
    Variable<TFloat32> slot = Variable.floats(tf, of.name() + "." + name, of.shape());
    add(slot, fillings.computeIfAbsent(new Filling(of.shape(), value), this::fill));
    return slot;
  }

  /** Adds a slot of a variable's shape, filled with zeros. */
  Variable<TFloat32> slot(Variable<TFloat32> of, String name) {
    return slot(of, name, 0);
  }

  /** Adds a scalar. */
  Variable<TFloat32> scalar(String name, double value) {
    Variable<TFloat32> scalar = Variable.floats(tf, name, Shape.scalar());
    add(scalar, tf.constant((float) value));
    return scalar;
  }

  /** Returns all variables, the count of iterations first. */
  List<Variable<?>> variables() {
    return variables;
  }

  /** Returns the operations that initialise the variables. */
  List<Op> initialisers() {
    return initialisers;
  }

  /** Assigns a new value to a variable in each step. */
  void update(Variable<TFloat32> variable, Operand<TFloat32> value) {
    newValues.put(variable, value);
  }

  /** Adds the state updates of a step, apart from those that fused operations make in place. */
  List<Op> updates(Ops behindGate) {
    List<Op> updates = new ArrayList<>();
    newValues.forEach(
        (variable, value) -> updates.add(behindGate.assignVariableOp(variable.handle(), value)));
    updates.add(behindGate.assignAddVariableOp(iteration.handle(), one));
    return updates;
  }

  private <T extends TType> void add(Variable<T> variable, Operand<T> initial) {
    variables.add(variable);
    initialisers.add(variable.assign(initial));
  }

  private Operand<TFloat32> fill(Filling filling) {
    return tf.fill(tf.constant(filling.shape()), tf.constant((float) filling.value()));
  }
}
