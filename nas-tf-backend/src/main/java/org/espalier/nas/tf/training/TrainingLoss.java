package org.espalier.nas.tf.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.tf.layer.Forward;
import org.espalier.nas.tf.loss.CategoricalCrossEntropy;
import org.espalier.nas.tf.loss.ClassWeights;
import org.espalier.nas.tf.loss.Loss;
import org.espalier.nas.tf.loss.MeanLoss;
import org.espalier.nas.tf.loss.SmoothedCrossEntropy;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The loss that training minimises, without penalties: that of the prediction, plus the weighted
 * losses of auxiliary outputs.
 *
 * <p>If the examples are mixed, each loss is share × loss of the example's own target + (1 − share)
 * × loss of its partner's (Zhang et al. 2018): for cross-entropy, which is linear in the targets,
 * the loss of the mixed targets, and for the squared error a loss with the same gradient.
 */
final class TrainingLoss {
  private final Loss loss;
  private final float auxiliaryWeight;
  private final @Nullable ClassWeights classWeights;
  private final Placeholder<TFloat32> targets;
  private final @Nullable Mixing mixing;

  /** The inputs of mixed examples. */
  private record Mixing(Placeholder<TFloat32> partners, Placeholder<TFloat32> share) {
    Mixing {
      Objects.requireNonNull(partners);
      Objects.requireNonNull(share);
    }
  }

  /**
   * Adds the inputs of the loss.
   *
   * @param outputs the number of values that the network predicts for one example
   * @param classWeights the weights of the classes' examples; null if all are 1
   */
  TrainingLoss(
      Ops tf,
      Task task,
      int outputs,
      TrainingSettings settings,
      @Nullable ClassWeights classWeights) {
    Loss usual = Loss.of(task, outputs, settings.loss());
    this.loss =
        settings.labelSmoothing() > 0 && usual instanceof CategoricalCrossEntropy
            ? new SmoothedCrossEntropy(settings.labelSmoothing())
            : usual;
    this.auxiliaryWeight = (float) settings.auxiliaryWeight();
    this.classWeights = classWeights;
    this.targets = tf.placeholder(TFloat32.class, Placeholder.shape(targetsOf(task)));
    this.mixing =
        settings.augmentation().mixup() == 0
            ? null
            : new Mixing(
                tf.placeholder(TFloat32.class, Placeholder.shape(targetsOf(task))),
                tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())));
  }

  private static Shape targetsOf(Task task) {
    return task.targetsPerExample() == 1
        ? Shape.of(Shape.UNKNOWN_SIZE)
        : Shape.of(Shape.UNKNOWN_SIZE, task.targetsPerExample());
  }

  /**
   * Returns the gradients of the loss with respect to the logits of the prediction and of each
   * auxiliary output, in the order of {@link #logits}.
   */
  List<Operand<TFloat32>> gradients(Ops tf, Forward training) {
    List<Operand<TFloat32>> gradients = new ArrayList<>();
    gradients.add(of(tf, training.logits()).gradient());
    for (Operand<TFloat32> auxiliary : training.auxiliary()) {
      gradients.add(tf.math.mul(of(tf, auxiliary).gradient(), tf.constant(auxiliaryWeight)));
    }
    return gradients;
  }

  /** Returns the logits of the prediction, followed by those of auxiliary outputs. */
  static List<Operand<TFloat32>> logits(Forward training) {
    List<Operand<TFloat32>> logits = new ArrayList<>();
    logits.add(training.logits());
    logits.addAll(training.auxiliary());
    return logits;
  }

  /** Adds the loss of one output. */
  MeanLoss of(Ops tf, Operand<TFloat32> logits) {
    MeanLoss own = of(tf, logits, targets);
    Mixing mixed = mixing;
    if (mixed == null) {
      return own;
    }
    MeanLoss other = of(tf, logits, mixed.partners());
    Operand<TFloat32> rest = tf.math.sub(tf.constant(1f), mixed.share());
    return new MeanLoss(
        tf.math.add(tf.math.mul(own.mean(), mixed.share()), tf.math.mul(other.mean(), rest)),
        tf.math.add(
            tf.math.mul(own.gradient(), mixed.share()), tf.math.mul(other.gradient(), rest)));
  }

  private MeanLoss of(Ops tf, Operand<TFloat32> logits, Operand<TFloat32> wanted) {
    return loss.of(tf, logits, wanted, classWeights == null ? null : classWeights.of(tf, wanted));
  }

  /** Returns the inputs of the loss, which {@link #values} belong to. */
  List<Operand<TFloat32>> inputs() {
    return mixing == null ? List.of(targets) : List.of(targets, mixing.partners(), mixing.share());
  }

  /** Returns the tensors of a training batch for the {@link #inputs}. */
  List<TFloat32> values(MiniBatch batch) {
    if (mixing == null) {
      return List.of(batch.targets());
    }
    MiniBatch.Mixture mixture = batch.mixture().orElseThrow();
    return List.of(batch.targets(), mixture.partners(), mixture.share());
  }
}
