package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.op.train.ResourceApplyKerasMomentum;
import org.tensorflow.types.TFloat32;

/**
 * A network written directly in operations of TensorFlow-Java, one for each layer, with a training
 * step by SGD and momentum: the measure for the time that the layers of the framework take.
 */
final class PlainNetwork implements AutoCloseable {
  private final GraphSession session = new GraphSession();
  private final Ops tf = session.tf();
  private final Map<String, Operand<TFloat32>> values = new HashMap<>();
  private final Map<String, TensorShape> shapes;
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final List<Variable<TFloat32>> slots = new ArrayList<>();
  private final Placeholder<TFloat32> features;
  private final Placeholder<TFloat32> targets;
  private final Operand<TFloat32> logits;
  private final Op step;

  PlainNetwork(NetworkSpec network) {
    this.shapes = network.graph().shapes();
    long[] image = network.input().dimensions().stream().mapToLong(d -> d).toArray();
    features = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(image).prepend(-1)));
    targets =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, network.output().size())));
    values.put("input", features);
    for (LayerNode node : network.nodes()) {
      values.put(node.name(), applied(node));
    }
    logits = values.get(network.graph().outputs().get(0));
    step = trainingStep();
    initialise();
  }

  private Operand<TFloat32> applied(LayerNode node) {
    List<Operand<TFloat32>> read = node.inputs().stream().map(values::get).toList();
    Operand<TFloat32> first = read.get(0);
    List<Integer> sizes = shapes.get(node.inputs().get(0)).dimensions();
    long channels = sizes.get(sizes.size() - 1);
    if (node.layer() instanceof Conv2d conv) {
      Window window = conv.window();
      Operand<TFloat32> kernel =
          variable(window.height(), window.width(), channels, conv.filters());
      return tf.nn.conv2d(first, kernel, strides(window), window.padding().name());
    } else if (node.layer() instanceof DepthwiseConv2d conv) {
      Window window = conv.window();
      Operand<TFloat32> kernel = variable(window.height(), window.width(), channels, 1);
      return tf.nn.depthwiseConv2dNative(first, kernel, strides(window), window.padding().name());
    } else if (node.layer() instanceof BatchNorm) {
      Operand<TFloat32> none = tf.constant(new float[0]);
      return tf.nn
          .fusedBatchNorm(
              first,
              variable(channels),
              variable(channels),
              none,
              none,
              FusedBatchNorm.isTraining(true),
              FusedBatchNorm.epsilon(1e-3f))
          .y();
    } else if (node.layer() instanceof Dense dense) {
      return tf.math.add(
          tf.linalg.matMul(first, variable(channels, dense.units())), variable(dense.units()));
    } else if (node.layer() instanceof AveragePool2d pool) {
      return tf.nn.avgPool(
          first, size(pool.window()), strides(pool.window()), pool.window().padding().name());
    } else if (node.layer() instanceof MaxPool2d pool) {
      return maximum(first, pool.window());
    } else if (node.layer() instanceof Activate) {
      return tf.nn.relu(first);
    } else if (node.layer() instanceof Add) {
      return tf.math.addN(new ArrayList<>(read));
    } else if (node.layer() instanceof Concat) {
      return tf.concat(read, tf.constant(-1));
    } else if (node.layer() instanceof GlobalAveragePool) {
      return tf.math.mean(first, tf.array(1, 2));
    }
    throw new IllegalArgumentException(node.toString());
  }

  private Operand<TFloat32> maximum(Operand<TFloat32> input, Window window) {
    return tf.scope()
        .env()
        .opBuilder("MaxPool", tf.scope().makeOpName("MaxPool"), tf.scope())
        .addInput(input.asOutput())
        .setAttr("ksize", new long[] {1, window.height(), window.width(), 1})
        .setAttr("strides", new long[] {1, window.stride(), window.stride(), 1})
        .setAttr("padding", window.padding().name())
        .build()
        .<TFloat32>output(0);
  }

  private static List<Long> size(Window window) {
    return List.of(1L, (long) window.height(), (long) window.width(), 1L);
  }

  private static List<Long> strides(Window window) {
    return List.of(1L, (long) window.stride(), (long) window.stride(), 1L);
  }

  private Operand<TFloat32> variable(long... sizes) {
    Variable<TFloat32> variable = Variable.floats(tf, "v" + variables.size(), Shape.of(sizes));
    variables.add(variable);
    return variable.value();
  }

  private Op trainingStep() {
    SoftmaxCrossEntropyWithLogits<TFloat32> loss =
        SoftmaxCrossEntropyWithLogits.create(tf.scope(), logits, targets);
    List<Operand<TFloat32>> gradients =
        Gradients.of(
            session,
            logits,
            tf.math.div(loss.backprop(), tf.dtypes.cast(tf.size(loss.loss()), TFloat32.class)),
            variables);
    Ops gated =
        tf.withControlDependencies(tf.withControlDependencies(new ArrayList<Op>(gradients)).noOp());
    List<Op> updates = new ArrayList<>();
    for (int i = 0; i < gradients.size(); i++) {
      Variable<TFloat32> momentum = Variable.floats(tf, "m" + i, variables.get(i).shape());
      slots.add(momentum);
      updates.add(
          gated.train.resourceApplyKerasMomentum(
              variables.get(i).handle(),
              momentum.handle(),
              tf.constant(0.01f),
              gradients.get(i),
              tf.constant(0.9f),
              ResourceApplyKerasMomentum.useNesterov(false)));
    }
    return tf.withControlDependencies(updates).noOp();
  }

  private void initialise() {
    SplittableRandom random = new SplittableRandom(1);
    List<Variable<TFloat32>> all = new ArrayList<>(variables);
    all.addAll(slots);
    List<float[]> first = new ArrayList<>();
    for (Variable<TFloat32> variable : all) {
      float[] drawn = new float[Math.toIntExact(variable.size())];
      for (int i = 0; i < drawn.length && !slots.contains(variable); i++) {
        drawn[i] = variable.shape().numDimensions() == 1 ? 1 : (float) random.nextGaussian() / 10;
      }
      first.add(drawn);
    }
    Checkpoint.write(session.session(), all, first);
  }

  /** Runs a training step. */
  void train(TFloat32 images, TFloat32 wanted) {
    session
        .runner()
        .feed(features, images)
        .feed(targets, wanted)
        .fetch(logits)
        .addTarget(step)
        .run()
        .close();
  }

  @Override
  public void close() {
    session.close();
  }
}
