package org.espalier.nas.tf.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Activations;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** x·W + b, where W has a row for each input and a column for each unit. */
final class DenseLayer implements GraphLayer {
  private final int inputs;
  private final int units;
  private final Activation activation;
  private final Variable<TFloat32> kernel;
  private final Variable<TFloat32> bias;

  private DenseLayer(LayerContext context, Dense layer, int inputs) {
    this.inputs = inputs;
    this.units = layer.units();
    this.activation = layer.activation();
    this.kernel =
        Variable.floats(context.tf(), context.name() + ".kernel", Shape.of(inputs, units));
    this.bias = Variable.floats(context.tf(), context.name() + ".bias", Shape.of(units));
  }

  static DenseLayer of(LayerContext context, Dense layer, TensorShape input) {
    return new DenseLayer(context, layer, input.size());
  }

  @Override
  public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
    return tf.nn.biasAdd(tf.linalg.matMul(input, kernel.value()), bias.value());
  }

  @Override
  public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return Activations.apply(tf, activation, linear);
  }

  @Override
  public List<Variable<TFloat32>> variables() {
    return List.of(kernel, bias);
  }

  @Override
  public List<Variable<TFloat32>> weights() {
    return List.of(kernel);
  }

  @Override
  public List<float[]> initialValues(Initializer initializer, RandomGenerator random) {
    return List.of(initializer.matrix(inputs, units, random), new float[units]);
  }
}
