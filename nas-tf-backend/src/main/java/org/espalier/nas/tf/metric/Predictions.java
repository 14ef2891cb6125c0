package org.espalier.nas.tf.metric;

import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.tf.loss.LossType;

/** The predictions of a network for the examples of one part, with the true values. */
public sealed interface Predictions permits ClassPredictions, LabelPredictions, NumberPredictions {

  /** Returns the number of examples. */
  int size();

  /**
   * Returns the mean loss: by default cross-entropy for classes and labels, squared error for
   * numbers.
   */
  double loss();

  /**
   * Returns the predictions of a task, with its usual loss.
   *
   * @see #of(Task, LossType, float[], float[])
   */
  static Predictions of(Task task, float[] logits, float[] targets) {
    return of(task, LossType.AUTO, logits, targets);
  }

  /**
   * Returns the predictions of a task.
   *
   * @param loss the type of {@link #loss}
   * @param logits the outputs of the last layer before its activation function, example after
   *     example: one for each example or one for each class; scaled numbers if the task is
   *     regression
   * @param targets class indices, or the scaled numbers to predict
   */
  static Predictions of(Task task, LossType loss, float[] logits, float[] targets) {
    if (task instanceof Task.Classification classification) {
      return new ClassPredictions(classification.classes().size(), loss, logits, targets);
    }
    if (task instanceof Task.MultiLabel several) {
      return new LabelPredictions(several.labels(), loss, logits, targets);
    }
    return new NumberPredictions(((Task.Regression) task).scale(), logits, targets);
  }

  /**
   * Returns all metrics that are defined for these predictions, by {@linkplain Metric#label()
   * label}.
   */
  default Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      metric.of(this).ifPresent(value -> metrics.put(metric.label(), value));
    }
    return metrics;
  }
}
