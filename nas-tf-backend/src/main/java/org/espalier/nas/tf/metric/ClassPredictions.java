package org.espalier.nas.tf.metric;

import org.espalier.nas.tf.loss.LossType;
import org.jspecify.annotations.Nullable;

/** Predicted classes. */
public final class ClassPredictions implements Predictions {
  private static final int NONE = -1;

  private final int classes;
  private final LossType loss;
  private final int outputs;
  private final float[] logits;
  private final float[] targets;
  private @Nullable ConfusionMatrix confusion;

  /**
   * Creates predictions with cross-entropy as their loss; the arrays are not copied and must not be
   * changed afterwards.
   *
   * @see #ClassPredictions(int, LossType, float[], float[])
   */
  public ClassPredictions(int classes, float[] logits, float[] targets) {
    this(classes, LossType.AUTO, logits, targets);
  }

  /**
   * Creates predictions; the arrays are not copied and must not be changed afterwards.
   *
   * @param classes the number of classes, at least two
   * @param loss the type of {@link #loss}
   * @param logits the logits [examples, classes]; or one for each example, the logit of the second
   *     of two classes
   * @param targets the class indices, at least one
   */
  public ClassPredictions(int classes, LossType loss, float[] logits, float[] targets) {
    if (targets.length == 0) {
      throw new IllegalArgumentException("targets must hold at least one example.");
    }
    outputs = logits.length / targets.length;
    if (logits.length % targets.length != 0
        || !(outputs == classes || (outputs == 1 && classes == 2))) {
      throw new IllegalArgumentException(
          "logits (%d) do not fit %d examples of %d classes."
              .formatted(logits.length, targets.length, classes));
    }
    this.classes = classes;
    this.loss = loss;
    this.logits = logits;
    this.targets = targets;
  }

  @Override
  public int size() {
    return targets.length;
  }

  /** Returns the number of classes. */
  public int classes() {
    return classes;
  }

  /** Returns the index of the true class of an example. */
  public int target(int example) {
    return (int) targets[example];
  }

  /**
   * Returns the index of the class predicted for an example: the most probable one, the first of
   * equals.
   */
  public int predicted(int example) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (logit(example, c) > logit(example, best)) {
        best = c;
      }
    }
    return best;
  }

  /** Returns the predicted probability of a class. */
  public double probability(int example, int ofClass) {
    return Math.exp(logit(example, ofClass) - logOfSum(example));
  }

  /**
   * Returns the logarithm of the odds predicted for a class: ordered as the probabilities, but
   * without ties where these are close to 1.
   */
  double logOdds(int example, int ofClass) {
    return logit(example, ofClass) - logOfSum(example, ofClass);
  }

  /** Returns the confusion matrix. */
  public ConfusionMatrix confusion() {
    if (confusion == null) {
      long[][] counts = new long[classes][classes];
      for (int i = 0; i < size(); i++) {
        counts[target(i)][predicted(i)]++;
      }
      confusion = new ConfusionMatrix(counts);
    }
    return confusion;
  }

  @Override
  public double loss() {
    return loss == LossType.MEAN_SQUARED_ERROR ? squaredError() : crossEntropy();
  }

  /** Returns the mean over examples and outputs; a single output is that of the second class. */
  private double squaredError() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      for (int c = outputs == 1 ? 1 : 0; c < classes; c++) {
        double error = probability(i, c) - (target(i) == c ? 1 : 0);
        sum += error * error;
      }
    }
    return sum / size() / outputs;
  }

  private double crossEntropy() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += logOfSum(i) - logit(i, target(i));
    }
    return sum / size();
  }

  /** Returns the logit of a class; of two classes with one output, the first has logit 0. */
  private double logit(int example, int ofClass) {
    if (outputs == 1) {
      return ofClass == 0 ? 0 : logits[example];
    }
    return logits[example * outputs + ofClass];
  }

  private double logOfSum(int example) {
    return logOfSum(example, NONE);
  }

  /** Returns ln Σ exp(logit) over all classes but one, without overflow. */
  private double logOfSum(int example, int without) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      if (c != without) {
        greatest = Math.max(greatest, logit(example, c));
      }
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      if (c != without) {
        sum += Math.exp(logit(example, c) - greatest);
      }
    }
    return greatest + Math.log(sum);
  }
}
