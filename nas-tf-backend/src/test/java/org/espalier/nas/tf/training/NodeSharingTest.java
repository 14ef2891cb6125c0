package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.NodeKey;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test of cells that share the weights of equal operations on equal inputs. */
class NodeSharingTest {
  private static final TensorShape IMAGE = TensorShape.of(6, 6, 1);
  private static final TableDataset DATA = ImageDataset.of(IMAGE, 3, 60, 30);
  private static final FixedNetworks SPACE =
      new FixedNetworks(List.of(cell(3, "from-0"), cell(1, "from-0"), cell(3, "from-2")));

  @TempDir Path run;

  /** Returns a cell of two blocks, the second of which has an operation of this size and input. */
  private static NetworkSpec cell(int size, String input) {
    LayerGraphBuilder graph = LayerGraph.with(IMAGE);
    String stem = operation(graph, "stem", 1, graph.input());
    String first = operation(graph, "layer1/node2/left/conv3/from-0", 3, stem);
    String read = input.equals("from-0") ? stem : first;
    String name = "layer1/node3/left/conv" + size + "/" + input;
    String sum = graph.add("sum", new Add(), first, operation(graph, name, size, read));
    String pooled = graph.add("pool", new GlobalAveragePool(), sum);
    return new NetworkSpec(
        graph.output(graph.add("out", new Dense(3, Activation.SOFTMAX), pooled)));
  }

  private static String operation(LayerGraphBuilder graph, String name, int size, String read) {
    String conv = graph.add(name, Conv2d.of(4, Window.of(size)).withoutBias(), read);
    return graph.add(name + "/norm", BatchNorm.standard(), conv);
  }

  @Test
  void anOperationStartsFromTheWeightsAndStatisticsOfTheSameOperationOnTheSameInput() {
    SharedWeights shared = new SharedWeights(new FolderArtifacts(run));
    TrainingSettings settings =
        SettingsOf.defaults().sharing(Sharing.Mode.NODE).optimizer(new Sgd(0.1)).settings();
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            settings,
            SPACE,
            DATA,
            new RandomStreams(1),
            shared,
            new TrialCheckpoints(new FolderArtifacts(run)),
            StandardLayers.implementations())) {
      assertThat(inherited(evaluator, shared, 1, 0)).isZero();
      assertThat(inherited(evaluator, shared, 2, 1)).as("another operation").isEqualTo(5);
      assertThat(inherited(evaluator, shared, 3, 2)).as("another input").isEqualTo(5);
      assertThat(inherited(evaluator, shared, 4, 0)).as("the first again").isEqualTo(7);
    }
    LayerWeights norm =
        shared.find(NodeKey.of(SPACE.networks().get(0)).get("stem/norm"), 4).orElseThrow();
    assertThat(norm.arrays()).containsOnlyKeys("beta", "gamma", "mean", "variance");
    assertThat(norm.arrays().get("variance").values()).doesNotContain(1f);
  }

  private static double inherited(
      TrainingEvaluator evaluator, SharedWeights shared, int number, int network) {
    Trial trial =
        new Trial(
            number,
            Proposal.of(SPACE.architecture(network), Fidelity.epochs(1)),
            number,
            number - 1);
    Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    shared.told(new TrialResult(trial, outcome, 0.5), number - 1);
    return outcome.account().figures().get("inherited.layers");
  }
}
