package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.activation.Activations;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A residual block: activation(body(x) + shortcut(x)). */
record ResidualLayer(List<GraphLayer> body, List<GraphLayer> shortcut, Activation activation)
    implements GraphLayer {

  /** Adds the variables of the body, then those of the shortcut. */
  static ResidualLayer of(
      LayerBuilders builders, LayerContext context, Residual layer, TensorShape input) {
    return new ResidualLayer(
        chain(builders, context, "body", layer.body(), input),
        chain(builders, context, "shortcut", layer.shortcut(), input),
        layer.activation());
  }

  private static List<GraphLayer> chain(
      LayerBuilders builders,
      LayerContext context,
      String part,
      List<LayerSpec> layers,
      TensorShape input) {
    List<GraphLayer> chain = new ArrayList<>();
    TensorShape shape = input;
    for (LayerSpec layer : layers) {
      chain.add(builders.layer(context.within(part, chain.size()), layer, shape));
      shape = layer.output(shape);
    }
    return chain;
  }

  @Override
  public Operand<TFloat32> linear(Ops tf, Operand<TFloat32> input, Mode mode) {
    return tf.math.add(applied(tf, body, input, mode), applied(tf, shortcut, input, mode));
  }

  private static Operand<TFloat32> applied(
      Ops tf, List<GraphLayer> layers, Operand<TFloat32> input, Mode mode) {
    Operand<TFloat32> value = input;
    for (GraphLayer layer : layers) {
      value = layer.activate(tf, layer.linear(tf, value, mode));
    }
    return value;
  }

  @Override
  public Operand<TFloat32> activate(Ops tf, Operand<TFloat32> linear) {
    return Activations.apply(tf, activation, linear);
  }

  @Override
  public boolean dependsOnMode() {
    return Stream.concat(body.stream(), shortcut.stream()).anyMatch(GraphLayer::dependsOnMode);
  }
}
