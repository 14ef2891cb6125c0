package org.espalier.nas.tf.training;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.tf.export.TrainedNetwork;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.metric.Predictions;

/**
 * The final trainer of the evaluator {@code training}.
 *
 * <p>Training ends when the results on the validation part stop improving, and the weights of the
 * best epoch are kept. If the settings of the search have no early stopping, training ends after
 * ten epochs in which {@code validation.loss} did not improve. If the data have folds, the model is
 * that of the first fold.
 */
public final class FinalTraining implements FinalTrainer {
  private static final EarlyStopping USUAL = new EarlyStopping("validation.loss", 10, 0);

  private final TunableSettings tunable;
  private final NetworkSearchSpace space;
  private final Dataset dataset;
  private final LayerBuilders builders;

  /**
   * Creates the training.
   *
   * @param settings the training settings of the search's candidates
   * @throws NasException if the architectures of the space are not networks
   */
  @Inject
  public FinalTraining(
      TrainingSettings settings, SearchSpace space, Dataset dataset, LayerImplementations layers) {
    settings.requireDevice();
    this.tunable = TunableSettings.of(settings, space, SettingsCheck.of(dataset));
    this.builders = LayerBuilders.of(layers);
    this.space = Networks.of(space, builders);
    this.dataset = dataset;
  }

  /** Returns the settings of the search with early stopping and without weight sharing. */
  private TrainingSettings settings(Architecture architecture) {
    TrainingSettings settings = tunable.of(architecture);
    EarlyStopping given = settings.earlyStopping();
    EarlyStopping stopping = given == null ? USUAL : given;
    String kept = settings.keepBest();
    return settings.endingBy(stopping, kept == null ? stopping.metric() : kept);
  }

  /**
   * {@inheritDoc}
   *
   * @throws TrainingFailedException if the training diverges, is abandoned, or needs more memory
   *     than available
   */
  @Override
  public TrainedNetwork train(Architecture architecture, int epochs, long seed, Progress progress) {
    TrainingSettings settings = settings(architecture);
    NetworkSpec network = AddedDropout.to(space.lower(architecture), settings.dropout()).expanded();
    Task task = dataset.info().task();
    Examples training = dataset.examples(Part.TRAINING);
    try (Batches batches = new Batches(training, allOf(training), settings.batch());
        Batches validation = Batches.toPredict(dataset.examples(Part.VALIDATION));
        Batches test = Batches.toPredict(dataset.examples(Part.TEST))) {
      requireMemory(network, settings, test.largest());
      try (CandidateNetwork candidate =
          CandidateNetwork.build(
              builders,
              network,
              task,
              settings,
              settings.classWeights().of(task, training),
              Construction.of(seed, Map.of(), (long) epochs * batches.count()))) {
        Measures measures = Measures.of(settings, task);
        Training run =
            new Training(
                candidate,
                new NetworkEpochs(
                    candidate,
                    batches,
                    validation,
                    null,
                    measures,
                    settings,
                    seed,
                    new PhaseClock()),
                measures,
                settings);
        requireModel(run.run(epochs, progress));
        Predictions predictions = candidate.predict(test).predictions(measures);
        return new TrainedNetwork(
            dataset.info(),
            builders,
            network.prediction(),
            candidate.weights(),
            run.measurements(),
            run.bestEpoch(),
            metrics(predictions),
            predictions,
            dataset.extractor().orElse(null));
      }
    }
  }

  private static int[] allOf(Examples examples) {
    return IntStream.range(0, examples.size()).toArray();
  }

  private static void requireMemory(NetworkSpec network, TrainingSettings settings, int predicted) {
    MemoryLimit.of(settings)
        .exceededBy(network, settings, predicted, 1)
        .ifPresent(
            message -> {
              throw new TrainingFailedException(message);
            });
  }

  private static void requireModel(TrainingEnd ending) {
    if (ending instanceof TrainingEnd.Diverged diverged) {
      throw new TrainingFailedException(diverged.message());
    } else if (ending instanceof TrainingEnd.Abandoned) {
      throw new TrainingFailedException("The training was abandoned.");
    }
  }

  private static Map<String, Double> metrics(Predictions predictions) {
    Map<String, Double> metrics = new TreeMap<>();
    predictions.metrics().forEach((label, value) -> metrics.put("test." + label, value));
    return metrics;
  }
}
