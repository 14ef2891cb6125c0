package org.example.hedgerow;

import java.util.List;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.FirstValues;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Adds gated layers to TensorFlow graphs. */
public final class HedgerowLayerBuilder implements LayerBuilder<HedgerowLayer> {

  @Override
  public GraphLayer build(LayerContext context, HedgerowLayer layer, List<TensorShape> read) {
    int inputs = read.get(0).size();
    int units = layer.units();
    Shape matrix = Shape.of(inputs, units);
    // The experiment's initializer sets the weights; other variables give their initial values.
    Operand<TFloat32> kernel = context.weights("kernel", matrix, inputs, units);
    Operand<TFloat32> bias = context.variable("bias", Shape.of(units), FirstValues.constant(0));
    Operand<TFloat32> gate = context.weights("gate", matrix, inputs, units);
    // A mostly open gate passes gradients from the start.
    Operand<TFloat32> gateBias =
        context.variable("gateBias", Shape.of(units), FirstValues.constant(1));
    return (tf, examples, mode) ->
        tf.math.mul(
            tf.math.tanh(tf.nn.biasAdd(tf.linalg.matMul(examples.get(0), kernel), bias)),
            tf.math.sigmoid(tf.nn.biasAdd(tf.linalg.matMul(examples.get(0), gate), gateBias)));
  }
}
