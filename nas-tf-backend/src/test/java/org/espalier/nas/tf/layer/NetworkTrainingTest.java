package org.espalier.nas.tf.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.initializer.Initializer;
import org.espalier.nas.tf.loss.CategoricalCrossEntropy;
import org.espalier.nas.tf.loss.MeanLoss;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** A test of all parts together, as candidates use them. */
class NetworkTrainingTest {
  private static final NetworkSpec XOR =
      new NetworkSpec(
          TensorShape.of(2, 1),
          List.of(
              new Flatten(),
              new Dense(16, Activation.TANH),
              new Dropout(0.1),
              new Dense(2, Activation.SOFTMAX)));
  private static final float[] FEATURES = {0, 0, 0, 1, 1, 0, 1, 1};
  private static final float[] TARGETS = {0, 1, 1, 0};

  @Test
  void learnsXor() {
    assertThat(train(7, 300)[299]).isLessThan(0.2f);
  }

  @Test
  void givesTheSameLossesForTheSameSeed() {
    assertThat(train(3, 40)).containsExactly(train(3, 40));
    assertThat(train(3, 40)).isNotEqualTo(train(4, 40));
  }

  @Test
  void givesTheSameLossesWhateverRunsBeside() {
    float[] alone = train(5, 60);
    List<float[]> together =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> train(5, 60)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(together).allSatisfy(losses -> assertThat(losses).containsExactly(alone));
  }

  private static float[] train(long seed, int steps) {
    try (GraphSession graph = new GraphSession();
        TFloat32 features = Tensors.of(FEATURES, Shape.of(4, 2, 1));
        TFloat32 targets = Tensors.of(TARGETS, Shape.of(4))) {
      Operand<TFloat32> x =
          graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2, 1)));
      Operand<TFloat32> y = graph.tf().placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
      Variable<TInt64> iteration = Variable.counter(graph.tf(), "iteration");
      Network network = Network.build(graph.tf(), StandardLayers.builders(), XOR, seed, iteration);
      Forward forward = network.forward(graph.tf(), x, Mode.TRAINING);
      MeanLoss loss = new CategoricalCrossEntropy().of(graph.tf(), forward.logits(), y, null);
      TrainStep step =
          Optimizer.of(new Adam(0.05))
              .minimise(
                  graph.tf(),
                  iteration,
                  network.variables(),
                  Gradients.of(graph, forward.logits(), loss.gradient(), network.variables()));
      Checkpoint.write(
          graph.session(), network.variables(), network.initialValues(Initializer.GLOROT_UNIFORM));
      graph.run(List.of(step.initialise()));
      float[] losses = new float[steps];
      for (int i = 0; i < steps; i++) {
        try (Result result =
            graph
                .runner()
                .feed(x, features)
                .feed(y, targets)
                .fetch(loss.mean())
                .addTarget(step.train())
                .run()) {
          losses[i] = Tensors.floats(result.get(0))[0];
        }
      }
      return losses;
    }
  }
}
