package org.espalier.nas.tf.loss;

import org.espalier.nas.api.data.Task;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** How wrong predictions are. */
public sealed interface Loss
    permits CategoricalCrossEntropy, BinaryCrossEntropy, MeanSquaredError, SquaredErrorOfClasses {

  /**
   * Adds the mean loss of a batch and its gradient.
   *
   * @param logits what the last layer gives before its activation function: [batch, outputs]
   * @param targets [batch]: class indices, or the numbers to predict
   * @param weights [batch]: how much each example counts; null if all count once
   */
  MeanLoss of(
      Ops tf,
      Operand<TFloat32> logits,
      Operand<TFloat32> targets,
      @Nullable Operand<TFloat32> weights);

  /** The loss of a task: of two classes and one output binary, of several categorical. */
  static Loss of(Task task, int outputs) {
    return of(task, outputs, LossType.AUTO);
  }

  /** The loss of a task, of the type that is wanted. */
  static Loss of(Task task, int outputs, LossType type) {
    if (task instanceof Task.Regression) {
      return new MeanSquaredError();
    } else if (type == LossType.MEAN_SQUARED_ERROR) {
      return new SquaredErrorOfClasses();
    }
    return outputs == 1 ? new BinaryCrossEntropy() : new CategoricalCrossEntropy();
  }
}
