package org.espalier.nas.tf.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.evaluation.Misclassification;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.tf.layer.LayerBuilders;
import org.espalier.nas.tf.metric.ClassPredictions;
import org.espalier.nas.tf.metric.ConfusionMatrix;
import org.espalier.nas.tf.metric.LabelPredictions;
import org.espalier.nas.tf.metric.Predictions;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.jspecify.annotations.Nullable;

/**
 * A network after its final training.
 *
 * @param data the data that it was trained on
 * @param builders the builders of its layers
 * @param network its layers
 * @param weights the weights of the layers that have any, by the name of the node
 * @param history the measurements after each epoch
 * @param bestEpoch the epoch of the weights, counted from 1
 * @param testMetrics the metrics on the test part: {@code test.accuracy}, …
 * @param test its predictions for the test part
 * @param backbone the network that computed its inputs from images; null if there is none
 */
public record TrainedNetwork(
    DatasetInfo data,
    LayerBuilders builders,
    NetworkSpec network,
    Map<String, LayerWeights> weights,
    List<Measurement> history,
    int bestEpoch,
    Map<String, Double> testMetrics,
    Predictions test,
    @Nullable FeatureExtractor backbone)
    implements TrainedModel {

  /** Copies. */
  public TrainedNetwork {
    Objects.requireNonNull(data);
    Objects.requireNonNull(builders);
    Objects.requireNonNull(network);
    Objects.requireNonNull(test);
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    history = List.copyOf(history);
    testMetrics = Collections.unmodifiableMap(new TreeMap<>(testMetrics));
  }

  /** Creates a network without another below it. */
  public TrainedNetwork(
      DatasetInfo data,
      LayerBuilders builders,
      NetworkSpec network,
      Map<String, LayerWeights> weights,
      List<Measurement> history,
      int bestEpoch,
      Map<String, Double> testMetrics,
      Predictions test) {
    this(data, builders, network, weights, history, bestEpoch, testMetrics, test, null);
  }

  @Override
  public String summary() {
    return network.toString();
  }

  @Override
  public OptionalLong parameters() {
    return OptionalLong.of(network.parameters());
  }

  @Override
  public List<List<Long>> confusionMatrix() {
    return test instanceof ClassPredictions classes ? rows(classes.confusion()) : List.of();
  }

  @Override
  public List<Misclassification> misclassified() {
    return test instanceof ClassPredictions classes
        ? IntStream.range(0, classes.size())
            .filter(example -> classes.predicted(example) != classes.target(example))
            .mapToObj(example -> misclassification(example, classes))
            .toList()
        : List.of();
  }

  private static Misclassification misclassification(int example, ClassPredictions classes) {
    int predicted = classes.predicted(example);
    double probability = Math.min(1, classes.probability(example, predicted));
    return new Misclassification(example, classes.target(example), predicted, probability);
  }

  @Override
  public List<LabelCounts> labelCounts() {
    return test instanceof LabelPredictions labels ? labels.counts() : List.of();
  }

  private static List<List<Long>> rows(ConfusionMatrix matrix) {
    List<List<Long>> rows = new ArrayList<>();
    for (int actual = 0; actual < matrix.classes(); actual++) {
      int row = actual;
      rows.add(
          IntStream.range(0, matrix.classes())
              .mapToObj(predicted -> matrix.count(row, predicted))
              .toList());
    }
    return rows;
  }

  @Override
  public List<String> export(Path folder) {
    return new SavedModelExporter(builders).export(this, folder);
  }
}
