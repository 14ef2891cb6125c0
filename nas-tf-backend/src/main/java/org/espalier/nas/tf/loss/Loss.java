package org.espalier.nas.tf.loss;

import org.espalier.nas.api.data.Task;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A measure of the error of predictions. */
public sealed interface Loss
    permits CategoricalCrossEntropy, BinaryCrossEntropy, MeanSquaredError, SquaredErrorOfClasses {

  /**
   * Adds the mean loss of a batch and its gradient.
   *
   * @param logits the output of the last layer before its activation function: [batch, outputs]
   * @param targets the class indices, or the numbers to predict: [batch]
   * @param weights the weights of the examples: [batch]; null if all are 1
   */
  MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights);

  /**
   * Returns the loss of a task: for classes binary cross-entropy if the network has one output,
   * otherwise categorical cross-entropy.
   */
  static Loss of(Task task, int outputs) {
    return of(task, outputs, LossType.AUTO);
  }

  /** Returns the loss of a task, of the given type. */
  static Loss of(Task task, int outputs, LossType type) {
    if (task instanceof Task.Regression) {
      return new MeanSquaredError();
    } else if (type == LossType.MEAN_SQUARED_ERROR) {
      return new SquaredErrorOfClasses();
    }
    return outputs == 1 ? new BinaryCrossEntropy() : new CategoricalCrossEntropy();
  }
}
