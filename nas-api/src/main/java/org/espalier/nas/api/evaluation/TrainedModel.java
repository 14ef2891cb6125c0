package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.trial.Measurement;

/** The result of a {@link FinalTrainer}. */
@API(status = EXPERIMENTAL, since = "0.1")
public interface TrainedModel {

  /** {@return a readable form of the model, such as {@code [(16, relu), (3, softmax)]}} */
  String summary();

  /** {@return the number of trained parameters; empty by default: unknown} */
  default OptionalLong parameters() {
    return OptionalLong.empty();
  }

  /** {@return the measurements after each epoch, at least one, from the first epoch} */
  List<Measurement> history();

  /** {@return the epoch whose weights the model has, between 1 and the size of the history} */
  int bestEpoch();

  /** {@return the metrics on the test part by name, such as {@code test.accuracy}} */
  Map<String, Double> testMetrics();

  /** {@return the metrics of the best epoch together with those on the test part, by name} */
  default Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>(history().get(bestEpoch() - 1).metrics());
    metrics.putAll(testMetrics());
    return metrics;
  }

  /**
   * Returns the confusion matrix of the test part.
   *
   * @return examples by true class, then by predicted class, square; by default empty: the model
   *     predicts no classes
   */
  default List<List<Long>> confusionMatrix() {
    return List.of();
  }

  /**
   * Returns the examples of the test part whose predicted class is wrong. They are of the same
   * predictions as the confusion matrix.
   *
   * @return in the order of the examples; by default empty: not known
   */
  default List<Misclassification> misclassified() {
    return List.of();
  }

  /**
   * Returns the counts of each label's predictions for the test part.
   *
   * @return one for each label, in order; by default empty: the model does not predict labels
   */
  default List<LabelCounts> labelCounts() {
    return List.of();
  }

  /**
   * Writes the model into a folder, in a form that other programs can load.
   *
   * @param folder created if missing; an earlier export in it is replaced
   * @return the display names of the files or folders written, such as {@code SavedModel}
   * @throws NasException if the model cannot be written; always by default
   */
  default List<String> export(Path folder) {
    throw new NasException(
        "The model %s cannot be exported to %s: its evaluator does not support export."
            .formatted(summary(), folder));
  }
}
