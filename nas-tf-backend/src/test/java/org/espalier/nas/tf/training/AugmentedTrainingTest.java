package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.tf.augmentation.Augmentation;
import org.espalier.nas.tf.augmentation.Flip;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings with batch normalisation, all kinds of dropout, an auxiliary output and augmentation.
 */
class AugmentedTrainingTest {
  private static final TensorShape SHAPE = TensorShape.of(8, 8, 1);
  private static final TableDataset IMAGES = ImageDataset.of(SHAPE, 3, 100, 40);
  private static final FixedNetworks SPACE = new FixedNetworks(List.of(residual(4), residual(6)));
  private static final Augmentation ALL = new Augmentation(Flip.VERTICAL, 1, 8, 2, 0.2);

  @TempDir Path folder;

  private static NetworkSpec residual(int filters) {
    LayerGraphBuilder graph = LayerGraph.with(SHAPE);
    Window window = Window.of(3);
    String stem = graph.add(Conv2d.of(filters, window), graph.input());
    String normal = graph.add(new Activate(Activation.RELU), graph.add(BatchNorm.standard(), stem));
    String path = graph.add(Conv2d.of(filters, window), graph.add(new SpatialDropout(0.2), normal));
    String sum = graph.add(new Add(), stem, graph.add(new DropPath(0.3), path));
    Dense output = new Dense(3, Activation.SOFTMAX);
    String pooled = graph.add(new GlobalAveragePool(), normal);
    String early = graph.add("early", output, pooled);
    String flat = graph.add(new Dropout(0.2), graph.add(new Flatten(), sum));
    return new NetworkSpec(graph.output(graph.add("last", output, flat), early));
  }

  private static SettingsOf settings(Augmentation augmentation) {
    return SettingsOf.defaults().labelSmoothing(0.1).augmentation(augmentation);
  }

  private TrainingEvaluator evaluator(SettingsOf settings, Dataset dataset, FixedNetworks space) {
    ArtifactStore run = new FolderArtifacts(folder);
    return new TrainingEvaluator(
        settings.settings(),
        space,
        dataset,
        new RandomStreams(1),
        new SharedWeights(run),
        new TrialCheckpoints(run),
        StandardLayers.implementations());
  }

  private static Trial trial(int number) {
    Proposal proposal = Proposal.of(SPACE.architecture(number % 2), Fidelity.epochs(2));
    return new Trial(number, proposal, 50L + number, number - 1);
  }

  private List<List<Measurement>> evaluate(int workers, SettingsOf settings) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<List<Measurement>>> running = new ArrayList<>();
      for (int number = 1; number <= 4; number++) {
        Trial trial = trial(number);
        running.add(
            pool.submit(
                () -> {
                  try (TrainingEvaluator own = evaluator(settings, IMAGES, SPACE)) {
                    Outcome outcome = own.evaluate(trial, Progress.unwatched());
                    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
                    return outcome.measurements();
                  }
                }));
      }
      List<List<Measurement>> outcomes = new ArrayList<>();
      for (Future<List<Measurement>> each : running) {
        outcomes.add(each.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void measurementsAreEqualForAnyNumberOfWorkers() throws Exception {
    List<List<Measurement>> one = evaluate(1, settings(ALL));
    assertThat(one).doesNotHaveDuplicates();
    assertThat(evaluate(2, settings(ALL))).isEqualTo(one);
    assertThat(evaluate(4, settings(ALL))).isEqualTo(one);
    assertThat(evaluate(2, settings(Augmentation.none()))).doesNotContainAnyElementsOf(one);
  }

  @Test
  void oneEvaluatorGivesTheSameAsOneForEachTrial() throws Exception {
    List<List<Measurement>> apart = evaluate(1, settings(ALL));
    try (TrainingEvaluator shared = evaluator(settings(ALL), IMAGES, SPACE)) {
      for (int number = 4; number >= 1; number--) {
        assertThat(shared.evaluate(trial(number), Progress.unwatched()).measurements())
            .isEqualTo(apart.get(number - 1));
      }
    }
  }

  @Test
  void aContinuedTrialHasTheChangesOfItsEpochs() {
    Lineage inOneGo = new Lineage(IMAGES, SPACE, new FolderArtifacts(folder.resolve("one")));
    Outcome whole = inOneGo.next(settings(ALL), 0, 5);
    Lineage inSteps = new Lineage(IMAGES, SPACE, new FolderArtifacts(folder.resolve("steps")));
    inSteps.next(settings(ALL), 0, 1);
    inSteps.forget();
    inSteps.next(settings(ALL), 0, 3);
    inSteps.forget();
    Outcome last = inSteps.next(settings(ALL), 0, 5);

    assertThat(last.measurements()).isEqualTo(whole.measurements());
    assertThat(inSteps.left()).isEqualTo(inOneGo.left());
  }

  @Test
  void onlyTrainingImagesAreChanged() {
    // A network that never learns predicts unchanged validation images alike.
    FixedNetworks plain =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    SHAPE,
                    List.of(
                        BatchNorm.standard(), new Flatten(), new Dense(3, Activation.SOFTMAX)))));
    SettingsOf still = SettingsOf.defaults().inOrder().optimizer(new Sgd(1e-30)).measureTest();
    Trial trial = new Trial(1, Proposal.of(plain.architecture(0), Fidelity.epochs(1)), 5, 0);
    Measurement unchanged;
    try (TrainingEvaluator evaluator = evaluator(still, IMAGES, plain)) {
      unchanged = evaluator.evaluate(trial, Progress.unwatched()).measurements().get(0);
    }
    try (TrainingEvaluator evaluator = evaluator(still.augmentation(ALL), IMAGES, plain)) {
      Measurement changed = evaluator.evaluate(trial, Progress.unwatched()).measurements().get(0);
      assertThat(changed.metric("loss")).isNotEqualTo(unchanged.metric("loss"));
      for (String metric : List.of("validation.loss", "test.loss", "validation.accuracy")) {
        assertThat(changed.metric(metric)).isPresent().isEqualTo(unchanged.metric(metric));
      }
    }
  }

  @Test
  void labelSmoothingChangesTrainingAndNotItsMetrics() {
    FixedNetworks plain =
        new FixedNetworks(
            List.of(
                new NetworkSpec(SHAPE, List.of(new Flatten(), new Dense(3, Activation.SOFTMAX)))));
    Trial trial = new Trial(1, Proposal.of(plain.architecture(0), Fidelity.epochs(1)), 5, 0);
    SettingsOf still = SettingsOf.defaults().optimizer(new Sgd(1e-30));
    List<Measurement> measured;
    try (TrainingEvaluator evaluator = evaluator(still, IMAGES, plain)) {
      measured = evaluator.evaluate(trial, Progress.unwatched()).measurements();
    }
    try (TrainingEvaluator evaluator = evaluator(still.labelSmoothing(0.3), IMAGES, plain)) {
      assertThat(evaluator.evaluate(trial, Progress.unwatched()).measurements())
          .isEqualTo(measured);
    }
    try (TrainingEvaluator usual = evaluator(SettingsOf.defaults(), IMAGES, plain);
        TrainingEvaluator smoothed =
            evaluator(SettingsOf.defaults().labelSmoothing(0.3), IMAGES, plain)) {
      assertThat(smoothed.evaluate(trial, Progress.unwatched()).measurements())
          .isNotEqualTo(usual.evaluate(trial, Progress.unwatched()).measurements());
    }
  }

  @Test
  void settingsThatDoNotFitAreRefusedBeforeAnyTrial() {
    TableDataset table = TableDataset.blobs(3, SHAPE, 10, 5);
    assertThatThrownBy(() -> evaluator(settings(ALL), table, SPACE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("augmentation changes images");
    SettingsOf large = settings(new Augmentation(Flip.NONE, 0, 0, 8, 0));
    assertThatThrownBy(() -> evaluator(large, IMAGES, SPACE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "augmentation.cutout (8) must be less than the height and width of the images (8 × 8).");
  }
}
