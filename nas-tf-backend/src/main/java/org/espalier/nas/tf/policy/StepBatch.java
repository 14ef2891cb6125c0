package org.espalier.nas.tf.policy;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.Rollout;
import org.espalier.nas.api.policy.TokenGrammar;

/**
 * A batch of experiences as arrays to feed to a loss over unrolled steps.
 *
 * <p>Steps are the outer index: the value of sequence b at step t is at t·size + b. The number of
 * steps is that of the longest sequence's tokens plus one, in which the trunk reads the last token;
 * steps after the end have weight 0.
 */
final class StepBatch {
  /** Added to a masked logit: its probability underflows to 0 and its logarithm stays finite. */
  private static final float MASKED = -1e9f;

  private final int size;
  private final int tokens;
  private final int[] inputs;
  private final int[] targets;
  private final float[] mask;
  private final float[] returns;
  private final float[] oldLogProbabilities;
  private final float[] stepWeights;
  private final float[] ends;
  private final float[] scores;
  private final float[] scoreWeights;

  private StepBatch(int size, int length, int tokens) {
    int steps = (length + 1) * size;
    this.size = size;
    this.tokens = tokens;
    inputs = new int[steps];
    targets = new int[steps];
    mask = new float[steps * tokens];
    returns = new float[steps];
    oldLogProbabilities = new float[steps];
    stepWeights = new float[steps];
    ends = new float[steps];
    scores = new float[size];
    scoreWeights = new float[size];
  }

  /** Returns the inputs alone, for prediction. */
  static StepBatch reading(List<int[]> sequences, TokenGrammar grammar) {
    StepBatch batch =
        new StepBatch(sequences.size(), grammar.maximumLength(), grammar.vocabulary() + 1);
    for (int i = 0; i < sequences.size(); i++) {
      batch.read(i, sequences.get(i));
    }
    return batch;
  }

  /** Returns all arrays that a loss needs. */
  static StepBatch learning(List<Experience> experiences, TokenGrammar grammar) {
    StepBatch batch =
        new StepBatch(experiences.size(), grammar.maximumLength(), grammar.vocabulary() + 1);
    int steps = experiences.stream().mapToInt(one -> one.returns().length).sum();
    long scored = experiences.stream().filter(one -> one.score().isPresent()).count();
    for (int i = 0; i < experiences.size(); i++) {
      batch.learn(i, experiences.get(i), grammar, 1f / steps);
      if (experiences.get(i).score().isPresent()) {
        batch.scores[i] = (float) experiences.get(i).score().getAsDouble();
        batch.scoreWeights[i] = 1f / scored;
      }
    }
    return batch;
  }

  private void read(int sequence, int[] sequenceTokens) {
    for (int step = 0; step < sequenceTokens.length; step++) {
      inputs[(step + 1) * size + sequence] = sequenceTokens[step];
    }
    ends[sequenceTokens.length * size + sequence] = 1;
  }

  private void learn(int sequence, Experience experience, TokenGrammar grammar, float weight) {
    Rollout rollout = experience.rollout();
    int[] chosen = rollout.tokens();
    double[] stepReturns = experience.returns();
    double[] logProbabilities = rollout.logProbabilities();
    read(sequence, chosen);
    for (int step = 0; step < chosen.length; step++) {
      int at = step * size + sequence;
      targets[at] = chosen[step];
      returns[at] = (float) (stepReturns[step] / size);
      oldLogProbabilities[at] = (float) logProbabilities[step];
      stepWeights[at] = weight;
      mask(at, grammar.allowed(Arrays.copyOf(chosen, step)));
    }
  }

  private void mask(int at, int[] allowed) {
    Arrays.fill(mask, at * tokens, (at + 1) * tokens, MASKED);
    for (int token : allowed) {
      mask[at * tokens + token] = 0;
    }
  }

  /** Returns the number of sequences. */
  int size() {
    return size;
  }

  /** Returns the number of steps of all sequences together. */
  int steps() {
    return inputs.length;
  }

  /**
   * Returns the token read at each step: first padding, then the token chosen at the previous step.
   */
  int[] inputs() {
    return inputs;
  }

  int[] targets() {
    return targets;
  }

  /** Returns the values to add to the logits, by step and token. */
  float[] mask() {
    return mask;
  }

  /** Returns the returns, divided by the number of sequences. */
  float[] returns() {
    return returns;
  }

  float[] oldLogProbabilities() {
    return oldLogProbabilities;
  }

  /**
   * Returns the weights of the steps, equal for all steps that are part of a sequence, with sum 1.
   */
  float[] stepWeights() {
    return stepWeights;
  }

  /** Returns an indicator of the steps in which the last token is read. */
  float[] ends() {
    return ends;
  }

  float[] scores() {
    return scores;
  }

  /** Returns the weights of the sequences, equal for all that have a score, with sum 1. */
  float[] scoreWeights() {
    return scoreWeights;
  }
}
