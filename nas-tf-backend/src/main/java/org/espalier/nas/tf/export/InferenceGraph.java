package org.espalier.nas.tf.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.layer.BuiltNode;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.Network;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/** A network as a graph for inference only. */
final class InferenceGraph implements AutoCloseable {
  private static final String FEATURES = "features";
  private static final String IMAGES = "images";
  private static final int IMAGE_RANK = 3;
  static final String OUTPUT = "predictions";

  private final GraphSession tensorflow;
  private final String inputName;
  private final TensorShape input;
  private final Operand<TFloat32> features;
  private final Operand<TFloat32> predictions;
  private final Map<String, WeightArray> weights = new LinkedHashMap<>();

  private InferenceGraph(
      GraphSession tensorflow,
      LayerBuilders builders,
      NetworkSpec spec,
      @Nullable DatasetInfo data,
      Function<Network, List<float[]>> values) {
    this.tensorflow = tensorflow;
    Ops tf = tensorflow.tf();
    boolean images =
        data == null ? spec.input().rank() == IMAGE_RANK : data instanceof DatasetInfo.Image;
    this.inputName = images ? IMAGES : FEATURES;
    this.input = spec.input();
    this.features =
        tf.withName(inputName)
            .placeholder(TFloat32.class, Placeholder.shape(batchOf(Shape.UNKNOWN_SIZE)));
    Network network = Network.build(tf, builders, spec, 0, Variable.counter(tf, "iteration"));
    this.predictions =
        tf.withName(OUTPUT)
            .identity(
                inUnits(
                    tf,
                    data == null ? null : data.task(),
                    network.namedInference(tf, scaled(tf, data, features)).predictions()));
    assign(network, values.apply(network));
  }

  /**
   * Builds the graph.
   *
   * @param data the description of the data; numbers are predicted in their units, and images are
   *     taken with their levels from 0 to 255
   * @param trained the weights of the layers that have any, by the name of the node
   */
  static InferenceGraph of(
      LayerBuilders builders,
      NetworkSpec spec,
      DatasetInfo data,
      Map<String, LayerWeights> trained) {
    return GraphSession.build(
        tensorflow ->
            new InferenceGraph(
                tensorflow, builders, spec, data, network -> values(network, trained)));
  }

  /**
   * Builds the graph with fresh weights.
   *
   * @param data the description of the data; null if there is none, so that nothing is scaled
   */
  static InferenceGraph untrained(
      LayerBuilders builders, NetworkSpec spec, @Nullable DatasetInfo data) {
    return GraphSession.build(
        tensorflow ->
            new InferenceGraph(
                tensorflow,
                builders,
                spec,
                data,
                network -> network.initialValues(Initializer.GLOROT_UNIFORM)));
  }

  /** Returns images scaled as in training; the features of tables unchanged. */
  private static Operand<TFloat32> scaled(
      Ops tf, @Nullable DatasetInfo data, Operand<TFloat32> inputs) {
    if (!(data instanceof DatasetInfo.Image images)) {
      return inputs;
    }
    float[] shift = new float[images.channels().size()];
    float[] scale = new float[shift.length];
    for (int channel = 0; channel < shift.length; channel++) {
      shift[channel] = (float) images.channels().get(channel).shift();
      scale[channel] = (float) images.channels().get(channel).scale();
    }
    return tf.math.div(tf.math.sub(inputs, tf.constant(shift)), tf.constant(scale));
  }

  /** Returns the values of scaled numbers, as {@link TargetScale#value} does; classes unchanged. */
  private static Operand<TFloat32> inUnits(
      Ops tf, @Nullable Task task, Operand<TFloat32> predictions) {
    if (!(task instanceof Task.Regression regression)
        || regression.scale().kind() == TargetScale.Kind.NONE) {
      return predictions;
    }
    TargetScale scale = regression.scale();
    Operand<TFloat32> shifted =
        tf.math.add(
            tf.math.mul(predictions, tf.constant((float) scale.scale())),
            tf.constant((float) scale.shift()));
    return scale.kind() == TargetScale.Kind.LOG
        ? tf.math.minimum(tf.math.exp(shifted), tf.constant(Float.MAX_VALUE))
        : shifted;
  }

  private Shape batchOf(long size) {
    return Shape.of(input.dimensions().stream().mapToLong(d -> d).toArray()).prepend(size);
  }

  private static List<float[]> values(Network network, Map<String, LayerWeights> trained) {
    List<float[]> values = new ArrayList<>();
    for (BuiltNode node : network.nodes()) {
      for (Variable<TFloat32> variable : node.layer().variables()) {
        LayerWeights arrays = Objects.requireNonNull(trained.get(node.name()), node.name());
        values.add(arrays.of(variable.name(), variable.shape().asArray()).values());
      }
    }
    return values;
  }

  private void assign(Network network, List<float[]> values) {
    List<Variable<TFloat32>> variables = network.variables();
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      TensorShape shape = LayerWeights.shapeOf(variable.shape().asArray());
      weights.put(variable.name(), new WeightArray(shape, values.get(i)));
    }
    Checkpoint.write(tensorflow.session(), variables, values);
  }

  /** Returns the name of the input: {@code images}, or {@code features} of a table. */
  String inputName() {
    return inputName;
  }

  /** Returns the graph with the weights as constants. */
  GraphDef frozen() {
    return FrozenGraph.of(tensorflow.graph().toGraphDef(), OUTPUT, weights);
  }

  /**
   * Returns the predictions for some examples.
   *
   * @param examples the features or the levels of the pixels, example after example
   */
  float[] predict(float[] examples) {
    try (Tensor fed = Tensors.of(examples, batchOf(examples.length / input.size()));
        Result result = tensorflow.runner().feed(features, fed).fetch(predictions).run()) {
      return Tensors.floats(result.get(0));
    }
  }

  @Override
  public void close() {
    tensorflow.close();
  }
}
