package org.espalier.nas.tf.policy;

import org.espalier.nas.api.policy.PolicyObjective;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The loss of an autoregressive policy, from the logits of all steps of a batch. */
final class PolicyLoss {
  /**
   * The exponent of the largest probability ratio: e^20 is beyond any useful ratio, and far below
   * the overflow of a float.
   */
  private static final float RATIO_BOUND = 20;

  private final Ops tf;
  private final Operand<TFloat32> mask;
  private final Operand<TInt32> targets;
  private final Operand<TFloat32> returns;
  private final Operand<TFloat32> oldLogProbabilities;
  private final Operand<TFloat32> stepWeights;
  private final Operand<TFloat32> scores;
  private final Operand<TFloat32> scoreWeights;
  private final Operand<TFloat32> clipped;
  private final Operand<TFloat32> clipRatio;
  private final Operand<TFloat32> entropyWeight;
  private final Operand<TFloat32> predictorWeight;
  private final LossTerms objective;

  /**
   * Adds the loss to a graph.
   *
   * @param logits the logits of the steps of all sequences, in the order of the feeds; of shape
   *     [steps, tokens]
   * @param predicted the predictions, of shape [batch], or null without a predictor
   */
  PolicyLoss(Ops tf, Operand<TFloat32> logits, int tokens, @Nullable Operand<TFloat32> predicted) {
    this.tf = tf;
    mask = floats(Shape.of(Shape.UNKNOWN_SIZE, tokens));
    targets = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE)));
    returns = vector();
    oldLogProbabilities = vector();
    stepWeights = vector();
    scores = vector();
    scoreWeights = vector();
    clipped = scalar();
    clipRatio = scalar();
    entropyWeight = scalar();
    predictorWeight = scalar();
    Operand<TFloat32> logProbabilities = tf.nn.logSoftmax(tf.math.add(logits, mask));
    Operand<TFloat32> policy = policyTerm(chosen(logProbabilities, tokens));
    Operand<TFloat32> entropy = entropyTerm(logProbabilities);
    Operand<TFloat32> predictor = predicted == null ? tf.constant(0f) : predictorTerm(predicted);
    objective = new LossTerms(policy, entropy, predictor, total(policy, entropy, predictor));
  }

  LossTerms objective() {
    return objective;
  }

  private Operand<TFloat32> floats(Shape shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(shape));
  }

  private Operand<TFloat32> vector() {
    return floats(Shape.of(Shape.UNKNOWN_SIZE));
  }

  private Operand<TFloat32> scalar() {
    return floats(Shape.scalar());
  }

  private Operand<TFloat32> chosen(Operand<TFloat32> logProbabilities, int tokens) {
    Operand<TFloat32> oneHot =
        tf.oneHot(targets, tf.constant(tokens), tf.constant(1f), tf.constant(0f));
    return tf.reduceSum(tf.math.mul(logProbabilities, oneHot), tf.constant(1));
  }

  /** Returns −Σ log π·R, or PPO's −Σ min(ρ·A, clip(ρ, 1−ε, 1+ε)·A); the returns carry 1/batch. */
  private Operand<TFloat32> policyTerm(Operand<TFloat32> chosen) {
    Operand<TFloat32> plain = tf.math.mul(chosen, returns);
    Operand<TFloat32> difference =
        tf.math.maximum(
            tf.math.minimum(tf.math.sub(chosen, oldLogProbabilities), tf.constant(RATIO_BOUND)),
            tf.constant(-RATIO_BOUND));
    Operand<TFloat32> ratio = tf.math.exp(difference);
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> inside =
        tf.math.maximum(
            tf.math.minimum(ratio, tf.math.add(one, clipRatio)), tf.math.sub(one, clipRatio));
    Operand<TFloat32> surrogate =
        tf.math.minimum(tf.math.mul(ratio, returns), tf.math.mul(inside, returns));
    Operand<TFloat32> gain =
        tf.math.add(tf.math.mul(clipped, surrogate), tf.math.mul(tf.math.sub(one, clipped), plain));
    return tf.math.neg(sum(gain));
  }

  /** Returns the mean of −Σ p·log p; a masked token has p = 0 and a finite log p. */
  private Operand<TFloat32> entropyTerm(Operand<TFloat32> logProbabilities) {
    Operand<TFloat32> terms = tf.math.mul(tf.math.exp(logProbabilities), logProbabilities);
    Operand<TFloat32> perStep = tf.reduceSum(terms, tf.constant(1));
    return tf.math.neg(sum(tf.math.mul(perStep, stepWeights)));
  }

  private Operand<TFloat32> predictorTerm(Operand<TFloat32> predicted) {
    return sum(tf.math.mul(tf.math.squaredDifference(predicted, scores), scoreWeights));
  }

  private Operand<TFloat32> total(
      Operand<TFloat32> policy, Operand<TFloat32> entropy, Operand<TFloat32> predictor) {
    return tf.math.add(
        tf.math.sub(policy, tf.math.mul(entropyWeight, entropy)),
        tf.math.mul(predictorWeight, predictor));
  }

  private Operand<TFloat32> sum(Operand<TFloat32> vector) {
    return tf.reduceSum(vector, tf.constant(0));
  }

  /** Adds the values of a batch that this loss needs to the feeds. */
  void feed(Feeds feeds, StepBatch batch, PolicyObjective weights) {
    Shape steps = Shape.of(batch.steps());
    Shape size = Shape.of(batch.size());
    feeds
        .floats(mask, batch.mask(), Shape.of(batch.steps(), batch.mask().length / batch.steps()))
        .ints(targets, batch.targets())
        .floats(returns, batch.returns(), steps)
        .floats(oldLogProbabilities, batch.oldLogProbabilities(), steps)
        .floats(stepWeights, batch.stepWeights(), steps)
        .scalar(clipped, weights.clipRatio() > 0 ? 1 : 0)
        .scalar(clipRatio, weights.clipRatio())
        .scalar(entropyWeight, weights.entropyWeight())
        .scalar(predictorWeight, weights.predictorWeight())
        .floats(scores, batch.scores(), size)
        .floats(scoreWeights, batch.scoreWeights(), size);
  }
}
