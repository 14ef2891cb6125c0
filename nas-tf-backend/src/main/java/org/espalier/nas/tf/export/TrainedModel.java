package org.espalier.nas.tf.export;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.tf.metric.ClassPredictions;
import org.espalier.nas.tf.metric.ConfusionMatrix;
import org.espalier.nas.tf.metric.Predictions;
import org.espalier.nas.tf.sharing.LayerWeights;

/**
 * A network after its final training.
 *
 * @param data what it was trained on
 * @param network its layers
 * @param weights the weights of the layers that have any, by the layer's index
 * @param history what was measured after each epoch
 * @param bestEpoch the epoch that the weights are of, counted from 1
 * @param testMetrics the metrics on the test part: {@code test.accuracy}, …
 * @param test what it predicts for the test part
 */
public record TrainedModel(
    DatasetInfo data,
    NetworkSpec network,
    Map<Integer, LayerWeights> weights,
    List<Measurement> history,
    int bestEpoch,
    Map<String, Double> testMetrics,
    Predictions test) {

  /** Copies. */
  public TrainedModel {
    Objects.requireNonNull(data);
    Objects.requireNonNull(network);
    Objects.requireNonNull(test);
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    history = List.copyOf(history);
    testMetrics = Collections.unmodifiableMap(new TreeMap<>(testMetrics));
  }

  /** How often each class of the test part was taken for which; empty if numbers are predicted. */
  public Optional<ConfusionMatrix> confusion() {
    return test instanceof ClassPredictions classes
        ? Optional.of(classes.confusion())
        : Optional.empty();
  }
}
