package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.LayerGraphBuilder;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.export.SavedModelExporter;
import org.espalier.nas.tf.export.TrainedNetwork;
import org.espalier.nas.tf.graph.FiniteDifferences;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuxiliaryOutputsTest {
  private static final int INPUTS = 3;
  private static final int HIDDEN = 4;
  private static final int CLASSES = 3;
  private static final int BATCH = 6;
  private static final double STEP = 0.5;
  private static final TableDataset DATA =
      TableDataset.blobs(CLASSES, TensorShape.of(INPUTS), 60, 30);
  private static final Examples EXAMPLES = DATA.examples(Part.TRAINING);
  private static final Task TASK = DATA.info().task();
  private static final NetworkSpec WITH = network(true);
  private static final NetworkSpec WITHOUT = network(false);
  private static final FixedNetworks SPACE = new FixedNetworks(List.of(WITH, WITHOUT));

  @TempDir Path folder;

  private static NetworkSpec network(boolean auxiliary) {
    LayerGraphBuilder graph = LayerGraph.with(TensorShape.of(INPUTS));
    Dense output = new Dense(CLASSES, Activation.SOFTMAX);
    String hidden = graph.add("hidden", new Dense(HIDDEN, Activation.TANH), graph.input());
    String last = graph.add("last", output, hidden);
    return new NetworkSpec(
        auxiliary ? graph.output(last, graph.add("early", output, hidden)) : graph.output(last));
  }

  /** Returns the variables before and after one step of gradient descent. */
  private static List<double[]> step(NetworkSpec network, double weight) {
    TrainingSettings settings =
        SettingsOf.defaults().optimizer(new Sgd(STEP)).auxiliaryWeight(weight).settings();
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                network,
                TASK,
                settings,
                null,
                Construction.of(5, Map.of(), 0));
        Batches batches = Batches.inOrder(EXAMPLES, BATCH)) {
      List<double[]> values = new ArrayList<>();
      values.add(joined(candidate.values()));
      assertThat(candidate.train(batches.get(0), new Logits(batches, CLASSES))).isTrue();
      values.add(joined(candidate.values()));
      return values;
    }
  }

  private static double[] joined(List<float[]> arrays) {
    return arrays.stream()
        .map(FiniteDifferences::doubles)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1})
  void theGradientIsThatOfTheSumOfBothLosses(double weight) {
    List<double[]> values = step(WITH, weight);
    double[] before = values.get(0);
    double[] gradient = FiniteDifferences.gradient(w -> loss(w, weight), before);
    for (int i = 0; i < before.length; i++) {
      assertThat(values.get(1)[i]).isCloseTo(before[i] - STEP * gradient[i], within(1e-5));
    }
    // The auxiliary output learns.
    int early = before.length - CLASSES;
    assertThat(values.get(1)[early]).isNotEqualTo(before[early]);
  }

  /** Returns the loss; weights: hidden kernel and bias, last kernel and bias, early likewise. */
  private static double loss(double[] weights, double auxiliaryWeight) {
    int head = (HIDDEN + 1) * CLASSES;
    int first = (INPUTS + 1) * HIDDEN;
    double loss = 0;
    for (int e = 0; e < BATCH; e++) {
      double[] hidden = new double[HIDDEN];
      for (int h = 0; h < HIDDEN; h++) {
        double sum = weights[INPUTS * HIDDEN + h];
        for (int i = 0; i < INPUTS; i++) {
          sum += EXAMPLES.features().get(e * INPUTS + i) * weights[i * HIDDEN + h];
        }
        hidden[h] = Math.tanh(sum);
      }
      int target = (int) EXAMPLES.target(e);
      loss += entropy(hidden, weights, first, target);
      loss += auxiliaryWeight * entropy(hidden, weights, first + head, target);
    }
    return loss / BATCH;
  }

  private static double entropy(double[] hidden, double[] weights, int at, int target) {
    double[] logits = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      logits[c] = weights[at + HIDDEN * CLASSES + c];
      for (int h = 0; h < HIDDEN; h++) {
        logits[c] += hidden[h] * weights[at + h * CLASSES + c];
      }
      sum += Math.exp(logits[c]);
    }
    return Math.log(sum) - logits[target];
  }

  private Trial trial(int number, int network) {
    return new Trial(
        number, Proposal.of(SPACE.architecture(network), Fidelity.epochs(3)), 100, number - 1);
  }

  private Outcome evaluate(SettingsOf settings, Trial trial, SharedWeights shared) {
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            settings.settings(),
            SPACE,
            DATA,
            new RandomStreams(1),
            shared,
            new TrialCheckpoints(new FolderArtifacts(folder)),
            StandardLayers.implementations())) {
      return evaluator.evaluate(trial, Progress.unwatched());
    }
  }

  @Test
  void onlyTrainingIsInfluenced() {
    SharedWeights shared = new SharedWeights(new FolderArtifacts(folder));
    Outcome without = evaluate(SettingsOf.defaults(), trial(1, 1), shared);
    Outcome ignored = evaluate(SettingsOf.defaults().auxiliaryWeight(0), trial(1, 0), shared);
    Outcome with = evaluate(SettingsOf.defaults(), trial(1, 0), shared);

    assertThat(ignored.measurements()).isEqualTo(without.measurements());
    assertThat(with.measurements()).isNotEqualTo(without.measurements());
    assertThat(with.account().figures())
        .containsEntry("parameters", 4.0 * HIDDEN + 2 * 5 * CLASSES);
  }

  @Test
  void weightsAreSharedByNode() {
    SharedWeights shared = new SharedWeights(new FolderArtifacts(folder));
    SettingsOf frozen = SettingsOf.defaults().sharing().optimizer(new Sgd(1e-30));
    Outcome learnt = evaluate(SettingsOf.defaults().sharing(), trial(1, 0), shared);
    shared.told(new TrialResult(trial(1, 0), learnt, 1.0), 1);
    Outcome second = evaluate(frozen, trial(2, 0), shared);
    assertThat(second.account().figures()).containsEntry("inherited.layers", 3.0);
  }

  @Test
  void aTrialIsContinuedToTheLastBit() {
    Lineage inOneGo = new Lineage(DATA, SPACE, new FolderArtifacts(folder.resolve("one")));
    Outcome whole = inOneGo.next(SettingsOf.defaults(), 0, 5);
    Lineage inSteps = new Lineage(DATA, SPACE, new FolderArtifacts(folder.resolve("steps")));
    inSteps.next(SettingsOf.defaults(), 0, 2);
    inSteps.forget();
    Outcome last = inSteps.next(SettingsOf.defaults(), 0, 5);
    assertThat(last.measurements()).isEqualTo(whole.measurements());
    assertThat(inSteps.left()).isEqualTo(inOneGo.left());
  }

  @Test
  void theExportedModelIsThatWithoutThem() throws IOException {
    TrainedNetwork with = exported(0, "with");
    TrainedNetwork without = exported(1, "without");
    assertThat(with.network()).isEqualTo(without.network());
    assertThat(with.parameters()).isEqualTo(without.parameters());
    for (String file : List.of("samples.json", "model.json")) {
      assertThat(folder.resolve("with").resolve(file))
          .hasSameTextualContentAs(folder.resolve("without").resolve(file));
    }
    assertThat(Files.size(folder.resolve("with/saved_model.pb")))
        .isEqualTo(Files.size(folder.resolve("without/saved_model.pb")));
  }

  private TrainedNetwork exported(int network, String name) {
    TrainedNetwork model =
        new FinalTraining(
                SettingsOf.defaults().auxiliaryWeight(0).settings(),
                SPACE,
                DATA,
                StandardLayers.implementations())
            .train(SPACE.architecture(network), 2, 3, Progress.unwatched());
    new SavedModelExporter(StandardLayers.builders()).export(model, folder.resolve(name));
    return model;
  }
}
