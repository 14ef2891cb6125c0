package org.espalier.nas.tf.layer;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A network whose variables have been added to a graph.
 *
 * @param layers the layers, in order
 * @param seed the seed of initial values and dropout masks
 */
public record Network(List<BuiltLayer> layers, long seed) {

  /** Copies. */
  public Network {
    layers = List.copyOf(layers);
  }

  /**
   * Adds the variables of a network to a graph.
   *
   * @param spec a network without composed layers, see {@link NetworkSpec#expanded}
   * @param seed the seed of initial values and dropout masks
   * @param iteration the optimizer's count of training steps
   * @throws UnknownLayerException if there is no builder for one of the layers
   */
  public static Network build(
      Ops tf, LayerBuilders builders, NetworkSpec spec, long seed, Variable<TInt64> iteration) {
    RandomStreams streams = new RandomStreams(seed);
    List<BuiltLayer> layers = new ArrayList<>();
    TensorShape shape = spec.input();
    for (LayerSpec layer : spec.layers()) {
      int index = layers.size();
      LayerContext context =
          new LayerContext(tf, "layer" + index, streams.seed("layer", index), iteration);
      layers.add(builders.build(context, layer, shape));
      shape = layer.output(shape);
    }
    return new Network(layers, seed);
  }

  /**
   * Adds a forward pass.
   *
   * @param features a batch of examples
   */
  public Forward forward(Ops tf, Operand<TFloat32> features, Mode mode) {
    Operand<TFloat32> linear = features;
    Operand<TFloat32> activated = features;
    for (BuiltLayer layer : layers) {
      linear = layer.linear(tf, activated, mode);
      activated = layer.activate(tf, linear);
    }
    return new Forward(linear, activated);
  }

  /** Returns true if a forward pass in training differs from one in inference. */
  public boolean dependsOnMode() {
    return layers.stream().anyMatch(BuiltLayer::dependsOnMode);
  }

  /** Returns all variables, layer after layer. */
  public List<Variable<TFloat32>> variables() {
    return layers.stream().flatMap(layer -> layer.variables().stream()).toList();
  }

  /** Returns the variables that a penalty on weights applies to. */
  public List<Variable<TFloat32>> weights() {
    return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
  }

  /**
   * Returns initial values of all {@link #variables()}; those of a layer do not depend on other
   * layers.
   */
  public List<float[]> initialValues(Initializer initializer) {
    RandomStreams streams = new RandomStreams(seed);
    List<float[]> values = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      values.addAll(layers.get(i).initialValues(initializer, streams.stream("initial", i)));
    }
    return values;
  }
}
