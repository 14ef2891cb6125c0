package org.espalier.nas.tf.loss;

import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Task;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A measure of the error of predictions. */
public sealed interface Loss
    permits CategoricalCrossEntropy,
        BinaryCrossEntropy,
        BinaryCrossEntropyOfLabels,
        MeanSquaredError,
        SmoothedCrossEntropy,
        SquaredErrorOfClasses,
        SquaredErrorOfLabels {

  /**
   * Adds the mean loss of a batch and its gradient.
   *
   * @param logits the output of the last layer before its activation function: [batch, outputs]
   * @param targets the class indices, or the numbers to predict: [batch]; of several labels, 1 or 0
   *     for each: [batch, labels]
   * @param weights the weights of the examples: [batch]; null if all are 1
   */
  MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights);

  /**
   * Returns the loss of a task: for classes binary cross-entropy if the network has one output,
   * otherwise categorical cross-entropy; for several labels the mean of their binary
   * cross-entropies.
   *
   * @throws NasException if the task has several labels and the network not one output for each
   */
  static Loss of(Task task, int outputs) {
    return of(task, outputs, LossType.AUTO);
  }

  /**
   * Returns the loss of a task, of the given type.
   *
   * @throws NasException if the task has several labels and the network not one output for each
   */
  static Loss of(Task task, int outputs, LossType type) {
    if (task instanceof Task.Regression) {
      return new MeanSquaredError();
    } else if (task instanceof Task.MultiLabel labels) {
      return ofLabels(labels, outputs, type);
    } else if (type == LossType.MEAN_SQUARED_ERROR) {
      return new SquaredErrorOfClasses();
    }
    return outputs == 1 ? new BinaryCrossEntropy() : new CategoricalCrossEntropy();
  }

  private static Loss ofLabels(Task.MultiLabel task, int outputs, LossType type) {
    if (outputs != task.labels().size()) {
      throw new NasException(
          "The network has %d outputs, but %s has %d labels; its last layer must be %s."
              .formatted(outputs, task.target(), task.labels().size(), task.outputLayer().label()));
    }
    return type == LossType.MEAN_SQUARED_ERROR
        ? new SquaredErrorOfLabels()
        : new BinaryCrossEntropyOfLabels();
  }
}
