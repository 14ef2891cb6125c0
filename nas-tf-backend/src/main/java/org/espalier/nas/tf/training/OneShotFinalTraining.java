package org.espalier.nas.tf.training;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.tf.graph.ResourceStack;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.metric.Metric;
import org.espalier.nas.tf.metric.Predictions;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.NodeKey;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.espalier.nas.tf.sharing.WeightKey;

/**
 * The final trainer of the evaluator {@code one-shot}: it trains from scratch like {@link
 * FinalTraining}, and ranks architectures by the shared weights at the end of the search (ENAS,
 * Pham et al. 2018, section 2.3).
 */
public final class OneShotFinalTraining implements FinalTrainer {
  private static final int CALIBRATION_BATCHES = 5;

  private final FinalTraining alone;
  private final OneShotSettings settings;
  private final NetworkSearchSpace space;
  private final Dataset dataset;
  private final RandomStreams streams;
  private final OneShotWeights shared;
  private final LayerBuilders builders;

  /**
   * Creates the training.
   *
   * @throws NasException if the architectures of the space are not networks
   */
  @Inject
  public OneShotFinalTraining(
      OneShotSettings settings,
      SearchSpace space,
      Dataset dataset,
      RandomStreams streams,
      OneShotWeights shared,
      LayerImplementations layers) {
    this.alone = new FinalTraining(settings.training(), space, dataset, layers);
    this.settings = settings;
    this.builders = LayerBuilders.of(layers);
    this.space = Networks.of(space, builders);
    this.dataset = dataset;
    this.streams = streams;
    this.shared = shared;
  }

  @Override
  public TrainedModel train(Architecture architecture, int epochs, long seed, Progress progress) {
    return alone.train(architecture, epochs, seed, progress);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Each is scored on the whole validation part with the shared weights at the end of the
   * search: by its accuracy or R², or else its loss.
   */
  @Override
  public List<Double> scores(List<Architecture> architectures) {
    try (ResourceStack resources = new ResourceStack()) {
      EvaluationData data =
          EvaluationData.open(0, dataset, settings.training().unstopped(), resources);
      Batches batches =
          resources.open(
              () -> data.training(1, streams, settings.training().batch()), Batches::close);
      batches.shuffle(streams.stream("one-shot.scores", 0));
      List<Double> scores = new ArrayList<>();
      for (Architecture architecture : architectures) {
        scores.add(score(architecture, data, batches));
      }
      return scores;
    }
  }

  private double score(Architecture architecture, EvaluationData data, Batches batches) {
    TrainingSettings training = settings.training().unstopped();
    NetworkSpec network = AddedDropout.to(space.lower(architecture), training.dropout()).expanded();
    Construction start = new Construction(0, inherited(network), 0, streams, settings.predicting());
    try (CandidateNetwork candidate = data.build(builders, network, training, start)) {
      candidate.calibrate(batches, CALIBRATION_BATCHES);
      return score(candidate.predict(data.validation()).predictions(data.measures()));
    }
  }

  private Map<String, LayerWeights> inherited(NetworkSpec network) {
    Map<WeightKey, LayerWeights> last = shared.last();
    Map<String, LayerWeights> inherited = new HashMap<>();
    NodeKey.of(network)
        .forEach(
            (node, key) -> {
              LayerWeights weights = last.get(key);
              if (weights != null) {
                inherited.put(node, weights);
              }
            });
    return inherited;
  }

  private static double score(Predictions predictions) {
    return Stream.of(Metric.ACCURACY, Metric.R2)
        .map(metric -> metric.of(predictions))
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .map(OptionalDouble::getAsDouble)
        .orElseGet(() -> -predictions.loss());
  }
}
