package org.espalier.nas.tf.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The weights of a network with their initial values. */
final class WeightSet {
  private final Ops tf;
  private final RandomGenerator random;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final List<Variable<TFloat32>> matrices = new ArrayList<>();
  private final List<Variable<TFloat32>> untrained = new ArrayList<>();
  private final List<Variable<TFloat32>> assigned = new ArrayList<>();
  private final List<float[]> initial = new ArrayList<>();

  WeightSet(Ops tf, RandomGenerator random) {
    this.tf = tf;
    this.random = random;
  }

  /** Adds a matrix with Glorot's uniform initial values. */
  Variable<TFloat32> matrix(String name, int inputs, int units) {
    Variable<TFloat32> matrix =
        add(
            name,
            Shape.of(inputs, units),
            Initializer.GLOROT_UNIFORM.matrix(inputs, units, random));
    matrices.add(matrix);
    return matrix;
  }

  /** Adds a vector of zeros, except for a range of ones. */
  Variable<TFloat32> bias(String name, int units, int firstOne, int afterOnes) {
    float[] values = new float[units];
    Arrays.fill(values, firstOne, afterOnes, 1);
    return add(name, Shape.of(units), values);
  }

  /** Adds a vector of zeros. */
  Variable<TFloat32> bias(String name, int units) {
    return bias(name, units, 0, 0);
  }

  /** Adds a vector of weights. */
  Variable<TFloat32> vector(String name, float[] values) {
    return add(name, Shape.of(values.length), values);
  }

  /** Adds a vector that is saved with the weights and not trained. */
  Variable<TFloat32> untrained(String name, float[] values) {
    Variable<TFloat32> vector = assigned(name, Shape.of(values.length), values);
    untrained.add(vector);
    return vector;
  }

  private Variable<TFloat32> add(String name, Shape shape, float[] values) {
    Variable<TFloat32> variable = assigned(name, shape, values);
    variables.add(variable);
    return variable;
  }

  private Variable<TFloat32> assigned(String name, Shape shape, float[] values) {
    Variable<TFloat32> variable = Variable.floats(tf, name, shape);
    assigned.add(variable);
    initial.add(values);
    return variable;
  }

  /** Returns the vectors that are saved with the weights and not trained. */
  List<Variable<TFloat32>> untrained() {
    return List.copyOf(untrained);
  }

  /** Returns all weights, in the order of their creation. */
  List<Variable<TFloat32>> variables() {
    return List.copyOf(variables);
  }

  /** Returns the weights that regularisation applies to. */
  List<Variable<TFloat32>> matrices() {
    return List.copyOf(matrices);
  }

  /** Initialises all weights and untrained vectors. */
  void initialise(Session session) {
    Checkpoint.write(session, assigned, initial);
  }
}
