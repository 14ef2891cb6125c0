package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.UnaryLayer;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.tf.checkpoint.TrialCheckpoint;
import org.espalier.nas.tf.export.SavedModelExporter;
import org.espalier.nas.tf.export.TrainedNetwork;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.layer.UnknownLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test of the whole training of networks with residual blocks, which a composed layer describes.
 */
class ComposedNetworksTest {
  private static final TableDataset DATA = TableDataset.blobs(3, TensorShape.of(4), 200, 50);
  private static final FixedNetworks SPACE =
      new FixedNetworks(
          List.of(
              new NetworkSpec(
                  TensorShape.of(4),
                  List.of(new Block(8), new Block(6), new Dense(3, Activation.SOFTMAX)))));

  @TempDir Path run;

  private record Block(int units) implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      return LayerGraph.chain(
          inputs,
          new Residual(
              List.of(
                  new Dense(units, Activation.RELU),
                  new Dropout(0.1),
                  Residual.of(new Dense(units, Activation.LINEAR))),
              List.of(new Dense(units, Activation.LINEAR)),
              Activation.RELU));
    }

    @Override
    public String label() {
      return "block(" + units + ")";
    }
  }

  private record Strange() implements UnaryLayer {
    @Override
    public TensorShape output(TensorShape input) {
      return input;
    }

    @Override
    public long parameters(TensorShape input) {
      return 0;
    }

    @Override
    public long flops(TensorShape input) {
      return 0;
    }

    @Override
    public String label() {
      return "strange";
    }
  }

  private record Hidden() implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      return LayerGraph.chain(inputs, Residual.of(new Strange()));
    }

    @Override
    public String label() {
      return "hidden";
    }
  }

  @Test
  void theyAreTrainedAndExported() {
    TrainedNetwork model =
        new FinalTraining(
                SettingsOf.defaults().settings(), SPACE, DATA, StandardLayers.implementations())
            .train(SPACE.architecture(0), 10, 1, Progress.unwatched());
    assertThat(model.testMetrics().get("test.accuracy")).isGreaterThan(0.8);
    // The exporter compares what the loaded model predicts with what the graph predicts.
    new SavedModelExporter(StandardLayers.builders()).export(model, run.resolve("model"));
    assertThat(run.resolve("model/saved_model.pb")).exists();
  }

  @Test
  void aContinuedTrainingEndsAsIfItHadNotBeenInterrupted() {
    Lineage whole = new Lineage(DATA, SPACE, new FolderArtifacts(run.resolve("whole")));
    Lineage parts = new Lineage(DATA, SPACE, new FolderArtifacts(run.resolve("parts")));
    SettingsOf settings = SettingsOf.defaults().sharing();
    whole.next(settings, 0, 4);
    parts.next(settings, 0, 2);
    parts.forget();
    parts.next(settings, 0, 4);
    TrialCheckpoint expected = whole.left();
    TrialCheckpoint actual = parts.left();
    assertThat(actual.weights()).isEqualTo(expected.weights());
    assertThat(actual.slots()).isEqualTo(expected.slots());
  }

  @Test
  void aSpaceWithALayerThatNothingBuildsIsRefused() {
    FixedNetworks space =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    TensorShape.of(4), List.of(new Hidden(), new Dense(3, Activation.SOFTMAX)))));
    assertThatThrownBy(
            () ->
                new FinalTraining(
                    SettingsOf.defaults().settings(),
                    space,
                    DATA,
                    StandardLayers.implementations()))
        .isInstanceOf(UnknownLayerException.class)
        .hasMessage(
            "TensorFlow cannot build the layer "
                + Strange.class.getName()
                + " of the search space FixedNetworks. Compose it of known layers (implement"
                + " ComposedLayer), or register a LayerBuilder for it; docs/plugins.md, \"Layers of"
                + " one's own\", shows both.");
  }
}
