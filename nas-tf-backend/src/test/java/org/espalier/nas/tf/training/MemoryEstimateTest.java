package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Sgd;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
  /** The bytes of a number, and what the allocator holds on to. */
  private static final double BYTES = 1.2 * 4;

  private static final NetworkSpec NETWORK =
      new NetworkSpec(
          TensorShape.of(10),
          List.of(new Dense(100, Activation.RELU), new Dense(2, Activation.SOFTMAX)));

  @Test
  void countsWeightsGradientsAndSlotsAndTheActivationsOfABatch() {
    MemoryEstimate adam = MemoryEstimate.of(NETWORK, new Adam(0.1), 32, 48);
    MemoryEstimate sgd = MemoryEstimate.of(NETWORK, new Sgd(0.1), 32, 48);

    assertThat(adam.variables()).isEqualTo(4.0 * 4 * (11 * 100 + 101 * 2));
    assertThat(sgd.variables()).isEqualTo(2.0 * 4 * (11 * 100 + 101 * 2));
    double kept = 10 + 100 + 2 * 2;
    assertThat(adam.activations()).isEqualTo(BYTES * 32 * (kept + 2 * (10 + 100)));
    assertThat(adam.mebibytes()).isEqualTo(1);
  }

  @Test
  void keepsWhatTheBackwardPassOfConvolutionsReads() {
    NetworkSpec network =
        new NetworkSpec(
            TensorShape.of(8, 8, 1),
            List.of(
                Conv2d.of(4, Window.of(3)).withoutBias(),
                BatchNorm.standard(),
                new Activate(Activation.RELU),
                new MaxPool2d(Window.of(2, 2)),
                new Flatten(),
                new Dense(2, Activation.LINEAR)));
    double image = 8 * 8;
    double filtered = 4 * image;

    // ReLU overwrites what batch normalisation gave; flattening copies nothing.
    double kept = image + filtered + filtered + filtered / 4 + 2;
    double backward = 2 * 2 * filtered;
    assertThat(MemoryEstimate.of(network, new Sgd(0.1), 16, 1).activations())
        .isEqualTo(BYTES * 16 * (kept + backward));
  }

  @Test
  void predictionsNeedOnlyWhatIsStillToBeRead() {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(10));
    String first = graph.add("first", new Dense(7, Activation.LINEAR), graph.input());
    String second = graph.add("second", new Dense(5, Activation.LINEAR), first);
    String third = graph.add("third", new Dense(5, Activation.LINEAR), second);
    String joined = graph.add("joined", new Concat(), first, third);
    NetworkSpec network = new NetworkSpec(graph.output(joined));

    // The first output is read again when the last is made: 7 + 5 + 12; earlier 7 + 5 + 5.
    assertThat(MemoryEstimate.of(network, new Sgd(0.1), 1, 100).activations())
        .isEqualTo(BYTES * 100 * (7 + 5 + 12));
  }

  @Test
  void aSizeBeyondAllMemoryDoesNotOverflow() {
    NetworkSpec huge =
        new NetworkSpec(
            TensorShape.of(2_000_000_000),
            List.of(new Dense(2_000_000_000, Activation.RELU), new Dense(1, Activation.SIGMOID)));

    MemoryEstimate estimate = MemoryEstimate.of(huge, new Adam(0.1), 1 << 20, 1);

    assertThat(estimate.mebibytes()).isGreaterThan(60_000_000_000_000L);
  }
}
