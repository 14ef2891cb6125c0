package org.espalier.nas.tf.layer;

import java.util.List;
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
  public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
    return layer.linear(tf, input, mode);
  }

  @Override
  public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return layer.activate(tf, linear);
  }

  @Override
  public boolean dependsOnMode() {
    return layer.dependsOnMode();
  }

  /** Returns the variables that are trained, in the order in which they are saved. */
  public List<Variable<TFloat32>> variables() {
    return added.stream().map(LayerVariable::variable).toList();
  }

  /** Returns the variables that a penalty on weights applies to. */
  public List<Variable<TFloat32>> weights() {
    return added.stream().filter(LayerVariable::penalised).map(LayerVariable::variable).toList();
  }

  /** Returns initial values of the variables, in their order. */
  List<float[]> initialValues(Initializer initializer, RandomGenerator random) {
    return added.stream().map(variable -> variable.draw(initializer, random)).toList();
  }
}
