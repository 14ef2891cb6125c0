package org.espalier.nas.tf.policy;

import java.util.List;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicyUpdate;

/** The graph of a policy network: the logits of the next token, and training. */
sealed interface PolicyModel extends AutoCloseable permits RecurrentModel, PublishedModel {

  /** Returns a cursor at the start of {@code count} sequences. */
  Cursor cursor(int count);

  /** Returns the predictor head's score of each sequence. */
  double[] predict(List<int[]> sequences);

  /** Trains on one batch. */
  PolicyUpdate update(List<Experience> batch, PolicyObjective objective);

  /** Returns weights and optimizer state. */
  byte[] snapshot();

  /** Restores weights and optimizer state. */
  void restore(byte[] snapshot);

  @Override
  void close();

  /** A position in several sequences at once. */
  @FunctionalInterface
  interface Cursor {

    /**
     * Returns the logits of the next token of each sequence, by token, including padding.
     *
     * @param prefixes the tokens so far; one longer than in the previous call, unless complete
     */
    float[][] logits(List<int[]> prefixes);
  }
}
