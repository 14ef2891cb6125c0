package org.espalier.nas.tf.latency;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.layer.Mode;
import org.espalier.nas.tf.layer.Network;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A network with fresh weights that predicts one batch of random examples, on one thread. */
final class TimedNetwork implements Timed {
  private static final long SEED = 0;

  private final ResourceStack resources = new ResourceStack();
  private final GraphSession tensorflow;
  private final Placeholder<TFloat32> features;
  private final Operand<TFloat32> predictions;
  private final TFloat32 examples;

  private TimedNetwork(
      GraphSession tensorflow, LayerBuilders builders, NetworkSpec spec, int batch) {
    this.tensorflow = tensorflow;
    Ops tf = tensorflow.tf();
    Shape shape =
        Shape.of(spec.input().dimensions().stream().mapToLong(size -> size).toArray())
            .prepend(batch);
    this.features = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    Network network = Network.build(tf, builders, spec, SEED, Variable.counter(tf, "iteration"));
    this.predictions = network.forward(tf, features, Mode.INFERENCE).predictions();
    Checkpoint.write(
        tensorflow.session(),
        network.variables(),
        network.initialValues(Initializer.GLOROT_UNIFORM));
    resources.open(() -> tensorflow, GraphSession::close);
    this.examples = resources.open(() -> Tensors.of(random(shape), shape), TFloat32::close);
  }

  /**
   * Builds a network.
   *
   * @param spec a network without composed layers and auxiliary outputs
   * @param batch number of examples
   * @return the network, which the caller closes
   */
  static TimedNetwork build(LayerBuilders builders, NetworkSpec spec, int batch) {
    return GraphSession.build(tensorflow -> new TimedNetwork(tensorflow, builders, spec, batch));
  }

  private static float[] random(Shape shape) {
    RandomGenerator random = new SplittableRandom(SEED);
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Predicts the batch once. */
  @Override
  public void run() {
    tensorflow.runner().feed(features, examples).fetch(predictions).run().close();
  }

  @Override
  public void close() {
    resources.close();
  }
}
