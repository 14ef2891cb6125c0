package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Download;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.LayerValidation;
import org.espalier.nas.tf.device.Devices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Searches for the head of a frozen network, from the file to the exported model. */
@Isolated("changes the home folder of the process")
class BackboneSearchTest {
  private static final String HOME = "user.home";

  private static final Path NETWORK =
      Path.of("../nas-tf-backend/src/test/resources/org/espalier/nas/tf/backbone/tiny-keras")
          .toAbsolutePath()
          .normalize();

  private static final String FILE =
      """
      name: heads
      dataset: {type: pictures, hash: "%s"}
      backbone:
        savedModel: %s
        output: gap
        preprocess: unit
      searchSpace: {type: head}
      hyperparameters:
        parameters:
          optimizer.learningRate: {type: real, low: 0.0001, high: 0.01, scale: log}
      controller: {type: hyperband, factor: 3, iterations: 1, rounding: keras-tuner}
      evaluator: {type: training, epochs: 10}
      budget: {trials: 30}
      """;

  /** Settings of {@link Pictures}. */
  record PicturesSettings(String hash) {}

  /** Random images of 8×8×3 in three classes, of which the second and third are brighter. */
  private static final class Pictures implements Dataset {
    private static final TensorShape SHAPE = TensorShape.of(8, 8, 3);
    private final PicturesSettings settings;
    private final Map<Part, Examples> parts = new EnumMap<>(Part.class);

    @Inject
    Pictures(PicturesSettings settings) {
      this.settings = settings;
      for (Part part : Part.values()) {
        parts.put(part, random(new SplittableRandom(part.name().length()), 60));
      }
    }

    private static Examples random(SplittableRandom random, int count) {
      byte[] levels = new byte[count * SHAPE.size()];
      float[] targets = new float[count];
      for (int i = 0; i < levels.length; i++) {
        int label = i / SHAPE.size() % 3;
        targets[i / SHAPE.size()] = label;
        levels[i] = (byte) (60 * label + random.nextInt(100));
      }
      int[] all = IntStream.range(0, count).toArray();
      return new Examples(
          new Pixels(SHAPE, levels, all, new double[3], new double[] {1, 1, 1}), targets);
    }

    @Override
    public DatasetInfo info() {
      return new DatasetInfo.Image(
          "pictures",
          new Task.Classification("class", List.of("dark", "grey", "light")),
          SHAPE,
          Collections.nCopies(3, new DatasetInfo.Channel(100, 50, 0, 1)),
          Map.of(Part.TRAINING, 60, Part.VALIDATION, 60, Part.TEST, 60),
          settings.hash());
    }

    @Override
    public Examples examples(Part part) {
      return parts.get(part);
    }
  }

  /** Brings the images. */
  private static final class PicturesPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.DATASET, "pictures", Pictures.class, PicturesSettings.class);
    }
  }

  @TempDir private Path folder;

  private final List<String> steps = new ArrayList<>();
  private String home = "";

  /** The library is found by the home folder, too. */
  @BeforeAll
  static void loadTheLibrary() {
    assertThat(Devices.find().devices()).isNotEmpty();
  }

  @BeforeEach
  void useAnEmptyCache() {
    home = System.getProperty(HOME);
    System.setProperty(HOME, folder.resolve("home").toString());
  }

  @AfterEach
  void useTheCacheAgain() {
    System.setProperty(HOME, home);
  }

  /** Returns the plugins of a new process, with an empty cache in memory. */
  private static Catalogue catalogue() {
    return Catalogue.of(
        List.of(
            new PicturesPlugin(),
            new org.espalier.nas.data.DataPlugin(),
            new org.espalier.nas.engine.study.StudyPlugin(),
            new org.espalier.nas.searchspace.SearchSpacesPlugin(),
            new org.espalier.nas.tf.TensorFlowPlugin(),
            new org.espalier.nas.controller.ControllersPlugin()));
  }

  private LocatedExperiment read(Catalogue catalogue, String... flags) throws IOException {
    Path file = folder.resolve("heads.yaml");
    Files.writeString(file, FILE.formatted(folder.toString().replace('\\', '/'), NETWORK));
    return new ExperimentReader(catalogue)
        .read(file, Arrays.stream(flags).map(SettingFlag::parse).toList());
  }

  private EndedSearch run(String name, String... flags) throws IOException {
    Catalogue catalogue = catalogue();
    SearchWatcher watcher =
        new SearchWatcher() {
          @Override
          public DownloadListener downloads() {
            return new DownloadListener() {
              @Override
              public void progress(Download download, long received) {}

              @Override
              public void preparing(String data, String step, double share) {
                steps.add(step);
              }
            };
          }
        };
    return new SearchRun(
            catalogue,
            new RunFolderRepository(Path.of("")),
            watcher,
            InstantSource.system(),
            (work, interrupt) -> work.get(),
            RunLog.none(),
            RunArtifacts.inFolders(),
            new Clusters(List.of()))
        .begin(read(catalogue, flags), folder.resolve(name));
  }

  @Test
  void hyperbandSearchesTheHeadOnFeaturesThatAreComputedOnce() throws IOException {
    EndedSearch first = run("first", "workers=2");

    assertThat(first.summary().results()).hasSize(30);
    // The table of Keras Tuner: 12 of 2 epochs, 4 to 4, 2 to 10; 6 of 4, 2 to 10; 4 of 10.
    assertThat(epochs(first)).containsExactlyInAnyOrderElementsOf(kerasTuner());
    assertThat(steps).contains("computing features of 60 images with tiny-keras");

    steps.clear();
    EndedSearch second = run("second", "workers=1", "budget.trials=8");

    assertThat(steps).contains("reading features from the cache");
    assertThat(steps).noneMatch(step -> step.startsWith("computing"));
    assertThat(Ledger.of(second.summary().results()).hash())
        .isEqualTo(Ledger.of(first.summary().results().subList(0, 8)).hash());

    assertTheBestIsExportedWithTheNetworkBelow(first);
  }

  private static List<Integer> epochs(EndedSearch run) {
    return run.summary().results().stream()
        .map(result -> result.trial().proposal().fidelity().epochs())
        .toList();
  }

  private static List<Integer> kerasTuner() {
    int[][] rungs = {{12, 2}, {4, 4}, {2, 10}, {6, 4}, {2, 10}, {4, 10}};
    return Arrays.stream(rungs)
        .flatMap(rung -> IntStream.range(0, rung[0]).mapToObj(i -> rung[1]))
        .toList();
  }

  private void assertTheBestIsExportedWithTheNetworkBelow(EndedSearch run) throws IOException {
    TrainedModel model =
        new ModelTraining(catalogue(), RunArtifacts.inFolders())
            .train(
                new RunFolderRepository(Path.of("")).read(run.folder().toString()),
                run.summary().results().get(29),
                2,
                Progress.unwatched())
            .model();
    Path exported = folder.resolve("model");

    // The export is loaded and compared with the head on the features.
    assertThat(model.export(exported)).contains("SavedModel");
    assertThat(exported.resolve("model.json"))
        .content()
        .contains("\"name\" : \"images\"", "\"backbone\" : \"tiny-keras\"");
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    LocatedExperiment read = read(catalogue());
    String written = new ExperimentWriter().yaml(read.experiment());
    Path file = Files.writeString(folder.resolve("written.yaml"), written);

    assertThat(written).contains("backbone:", "output: gap", "preprocess: unit");
    assertThat(new ExperimentReader(catalogue()).read(file, List.of()).experiment())
        .isEqualTo(read.experiment());
  }

  @Test
  void errorsAreReportedWhereTheSettingStands() throws IOException {
    refused("backbone.output=gapp").hasMessageContaining("output (gapp) is unknown");
    refused("backbone.savedModel=nowhere").hasMessageContaining("does not exist");
    refused("dataset={type: moons}").hasMessageContaining("backbone needs images");
    assertThatThrownBy(() -> run("wrong", "backbone.output=gapp"))
        .hasMessageStartingWith("--set backbone.output=gapp");
  }

  @Test
  void aFileIsValidatedAgainstTheNetworkIfItIsHere() throws IOException {
    LayerValidation validation = new LayerValidation(catalogue());

    assertThat(validation.require(read(catalogue()))).isPresent();
    assertThat(validation.require(read(catalogue(), "backbone.savedModel=nowhere"))).isEmpty();
    LocatedExperiment wrong = read(catalogue(), "backbone.output=gapp");
    assertThatThrownBy(() -> validation.require(wrong)).hasMessageContaining("gapp");
  }

  @Test
  void aNetworkWithoutDataIsRefused() throws IOException {
    Path file = folder.resolve("no-data.yaml");
    Files.writeString(file, FILE.formatted("h", NETWORK).replaceAll("dataset:.*\n", ""));

    assertThatThrownBy(() -> new ExperimentReader(catalogue()).read(file, List.of()))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("add the key dataset");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String flag) {
    return assertThatThrownBy(() -> run("refused", flag))
        .isInstanceOf(InvalidExperimentException.class);
  }
}
