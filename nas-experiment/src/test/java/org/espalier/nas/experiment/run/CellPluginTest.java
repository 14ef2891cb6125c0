package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.SqueezeExcite;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.searchspace.cell.CellOperation;
import org.espalier.nas.searchspace.cell.CellOperations;
import org.espalier.nas.searchspace.cell.CellSearchSpace;
import org.espalier.nas.searchspace.cell.CellSettings;
import org.espalier.nas.searchspace.cell.OperationChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search space of cells of a plugin, with an operation of its own. */
class CellPluginTest {
  private static final String FILE =
      """
      name: squeezing
      seed: 1
      dataset: {type: digit-images, samples: 400, size: 8, prepare: {split: {validation: 0.25, test: 0.25}}}
      searchSpace:
        type: squeezing-cells
        blocks: 1
        operations: [squeeze-3x3, max-3x3]
        repeats: 1
        filters: 8
        auxiliary: true
        dropPath: 0.1
      controller:
        type: given
        architectures:
          - [current, previous, squeeze-3x3, max-3x3, current, previous, squeeze-3x3, squeeze-3x3]
      evaluator: {type: training, epochs: 6, batch: 20, optimizer: {type: adam, learningRate: 0.01}}
      budget: {trials: 1}
      output: {report: false}
      """;

  /** Cells that may contain a convolution with squeeze and excitation. */
  private static final class SqueezingCells extends CellSearchSpace {
    @Inject
    SqueezingCells(CellSettings settings, DatasetInfo data) {
      super(
          settings,
          data,
          CellOperations.standard()
              .with(
                  CellOperation.of(
                      "squeeze-3x3",
                      (stride, channels) ->
                          OperationChain.of(
                              "squeeze-3x3",
                              new Activate(Activation.RELU),
                              Conv2d.of(channels, Window.of(3, stride)).withoutBias(),
                              BatchNorm.standard(),
                              new SqueezeExcite(4)))));
    }
  }

  /** Brings the space. */
  private static final class SqueezingPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(
          ComponentKind.SEARCH_SPACE, "squeezing-cells", SqueezingCells.class, CellSettings.class);
    }
  }

  private final Catalogue catalogue =
      Catalogue.of(
          List.of(
              new SqueezingPlugin(),
              new org.espalier.nas.data.DataPlugin(),
              new org.espalier.nas.engine.study.StudyPlugin(),
              new org.espalier.nas.tf.TensorFlowPlugin(),
              new org.espalier.nas.controller.ControllersPlugin()));

  @TempDir private Path folder;

  @Test
  void itsNetworksAreTrained() throws IOException {
    Path file = Files.writeString(folder.resolve("squeezing.yaml"), FILE);
    EndedSearch ended =
        new SearchRun(
                catalogue,
                new RunFolderRepository(Path.of("")),
                new SearchWatcher() {},
                InstantSource.system(),
                (work, interrupt) -> work.get(),
                RunLog.none(),
                RunArtifacts.inFolders(),
                new Clusters(List.of()))
            .begin(
                new ExperimentReader(catalogue).read(file, List.of()), folder.resolve("squeezing"));

    // A tenth of the digits would be right by chance.
    assertThat(ended.summary().results())
        .singleElement()
        .satisfies(result -> assertThat(result.reward().orElseThrow()).isGreaterThan(0.3));
  }
}
