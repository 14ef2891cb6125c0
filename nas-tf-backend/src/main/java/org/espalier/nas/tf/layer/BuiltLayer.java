package org.espalier.nas.tf.layer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer of a graph with its variables.
 *
 * @param layer the operations of the layer
 * @param added the variables, in the order in which they are saved
 */
public record BuiltLayer(GraphLayer layer, List<LayerVariable> added) implements GraphLayer {

  /** Copies. */
  public BuiltLayer {
    added = List.copyOf(added);
  }

  @Override
  public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
    return layer.linear(tf, inputs, mode);
  }

  @Override
  public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return layer.activate(tf, linear);
  }

  @Override
  public boolean dependsOnMode() {
    return layer.dependsOnMode();
  }

  @Override
  public List<Operand<TFloat32>> statistics(Ops tf, List<Operand<TFloat32>> inputs) {
    return layer.statistics(tf, inputs);
  }

  /** Returns all variables, in the order in which they are saved. */
  public List<Variable<TFloat32>> variables() {
    return added.stream().map(LayerVariable::variable).toList();
  }

  /** Returns the variables that are trained. */
  public List<Variable<TFloat32>> trained() {
    return of(EnumSet.of(LayerVariable.Kind.WEIGHTS, LayerVariable.Kind.PARAMETER));
  }

  /** Returns the variables that a penalty on weights applies to. */
  public List<Variable<TFloat32>> weights() {
    return of(EnumSet.of(LayerVariable.Kind.WEIGHTS));
  }

  /** Returns the variables that are estimated from training batches. */
  public List<Variable<TFloat32>> state() {
    return of(EnumSet.of(LayerVariable.Kind.STATE));
  }

  private List<Variable<TFloat32>> of(Set<LayerVariable.Kind> kinds) {
    return added.stream()
        .filter(variable -> kinds.contains(variable.kind()))
        .map(LayerVariable::variable)
        .toList();
  }

  /** Returns initial values of the variables, in their order. */
  List<float[]> initialValues(Initializer initializer, RandomGenerator random) {
    return added.stream().map(variable -> variable.draw(initializer, random)).toList();
  }
}
