package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.ComposedLayer;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.Residual;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search space of a plugin whose networks consist of residual blocks of convolutions. */
class ConvolutionPluginTest {
  private static final String FILE =
      """
      name: residual
      seed: 1
      dataset: {type: digit-images, samples: 600, size: 12, prepare: {split: {validation: 0.25, test: 0.25}}}
      searchSpace: {type: residual-images, widths: [8, 12], blocks: 2}
      controller: {type: random}
      evaluator: {type: training, epochs: 8, batch: 25, optimizer: {type: adam, learningRate: 0.01}}
      budget: {trials: 4}
      output: {report: false}
      """;

  /** Settings of {@link ResidualImages}. */
  record ResidualImagesSettings(List<Integer> widths, int blocks) {}

  /** A residual block of two convolutions, halving the image where the width changes. */
  private record Block(int width) implements ComposedLayer {
    @Override
    public LayerGraph graph(List<TensorShape> inputs) {
      int stride = inputs.get(0).dimensions().get(2) == width ? 1 : 2;
      List<LayerSpec> body =
          List.of(
              Conv2d.of(width, Window.of(3, stride)),
              BatchNorm.standard(),
              new Activate(Activation.RELU),
              Conv2d.of(width, Window.of(3)),
              BatchNorm.standard());
      List<LayerSpec> shortcut =
          stride == 1
              ? List.of()
              : List.of(Conv2d.of(width, Window.of(1, 2)), BatchNorm.standard());
      return LayerGraph.chain(inputs, new Residual(body, shortcut, Activation.RELU));
    }

    @Override
    public String label() {
      return "block(" + width + ")";
    }
  }

  /** Networks of blocks, each of which decides its width. */
  private static final class ResidualImages implements NetworkSearchSpace {
    private final ResidualImagesSettings settings;
    private final DatasetInfo data;

    @Inject
    ResidualImages(ResidualImagesSettings settings, DatasetInfo data) {
      this.settings = settings;
      this.data = data;
    }

    @Override
    public List<Decision> decisions() {
      List<String> widths = settings.widths().stream().map(String::valueOf).toList();
      return IntStream.rangeClosed(1, settings.blocks())
          .mapToObj(block -> new Decision("width " + block, Categorical.of(widths)))
          .toList();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return made.size() < settings.blocks()
          ? Optional.of(decisions().get(made.size()))
          : Optional.empty();
    }

    @Override
    public NetworkSpec lower(Architecture architecture) {
      List<LayerSpec> layers = new ArrayList<>();
      for (Choice choice : architecture.choices()) {
        layers.add(new Block(settings.widths().get(((Choice.Option) choice).index())));
      }
      layers.add(new GlobalAveragePool());
      layers.add(data.task().outputLayer());
      return new NetworkSpec(data.input(), layers);
    }

    @Override
    public Set<Class<? extends LayerSpec>> layerTypes() {
      return Set.of(Block.class, GlobalAveragePool.class, Dense.class);
    }
  }

  /** Brings the space. */
  private static final class ResidualImagesPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(
          ComponentKind.SEARCH_SPACE,
          "residual-images",
          ResidualImages.class,
          ResidualImagesSettings.class);
    }
  }

  private final Catalogue catalogue =
      Catalogue.of(
          List.of(
              new ResidualImagesPlugin(),
              new org.espalier.nas.data.DataPlugin(),
              new org.espalier.nas.engine.study.StudyPlugin(),
              new org.espalier.nas.tf.TensorFlowPlugin(),
              new org.espalier.nas.controller.ControllersPlugin()));

  @TempDir private Path folder;

  private EndedSearch run(int workers) throws IOException {
    Path file = Files.writeString(folder.resolve("residual.yaml"), FILE);
    return new SearchRun(
            catalogue,
            new RunFolderRepository(Path.of("")),
            new SearchWatcher() {},
            InstantSource.system(),
            (work, interrupt) -> work.get(),
            RunLog.none(),
            RunArtifacts.inFolders(),
            new Clusters(List.of()))
        .begin(
            new ExperimentReader(catalogue)
                .read(file, List.of(SettingFlag.parse("workers=" + workers))),
            folder.resolve("workers-" + workers));
  }

  @Test
  void itsNetworksAreTrainedAndExported() throws IOException {
    EndedSearch two = run(2);

    List<TrialResult> results = two.summary().results();
    assertThat(results).hasSize(4);
    // A tenth of the digits would be right by chance.
    assertThat(results)
        .extracting(result -> result.reward().orElseThrow())
        .allMatch(accuracy -> accuracy > 0.5);
    assertThat(Ledger.of(run(1).summary().results()).hash()).isEqualTo(Ledger.of(results).hash());

    TrainedModel model =
        new ModelTraining(catalogue, RunArtifacts.inFolders())
            .train(
                new RunFolderRepository(Path.of("")).read(two.folder().toString()),
                results.get(0),
                4,
                Progress.unwatched())
            .model();
    // The export is loaded and compared with the trained network.
    assertThat(model.export(folder.resolve("model"))).contains("SavedModel");
  }
}
