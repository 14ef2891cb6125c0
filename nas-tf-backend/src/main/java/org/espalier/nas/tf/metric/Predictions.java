package org.espalier.nas.tf.metric;

import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.tf.loss.LossType;

/** What a network predicted for the examples of one part, beside what is true. */
public sealed interface Predictions permits ClassPredictions, NumberPredictions {

  /** The number of examples. */
  int size();

  /**
   * The mean loss: cross-entropy of classes unless another was wanted, squared error of numbers.
   */
  double loss();

  /**
   * The predictions of a task, with its usual loss.
   *
   * @see #of(Task, LossType, float[], float[])
   */
  static Predictions of(Task task, float[] logits, float[] targets) {
    return of(task, LossType.AUTO, logits, targets);
  }

  /**
   * The predictions of a task.
   *
   * @param loss of which type {@link #loss} is
   * @param logits what the last layer gave before its activation function, example after example:
   *     one or as many as there are classes; numbers if the task is regression
   * @param targets class indices, or the numbers to predict
   */
  static Predictions of(Task task, LossType loss, float[] logits, float[] targets) {
    if (task instanceof Task.Classification classification) {
      return new ClassPredictions(classification.classes().size(), loss, logits, targets);
    }
    return new NumberPredictions(logits, targets);
  }

  /** All metrics that are defined for these predictions, by {@linkplain Metric#label() label}. */
  default Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      metric.of(this).ifPresent(value -> metrics.put(metric.label(), value));
    }
    return metrics;
  }
}
