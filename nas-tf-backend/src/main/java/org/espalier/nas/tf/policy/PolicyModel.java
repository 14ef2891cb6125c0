package org.espalier.nas.tf.policy;

import java.util.List;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.PolicyUpdate;

/** The graph of a policy network: what it thinks of the next token, and how it learns. */
sealed interface PolicyModel extends AutoCloseable permits LstmModel, PublishedModel {

  /** Starts to walk along {@code count} sequences side by side. */
  Cursor cursor(int count);

  /** What the predictor head expects of each sequence. */
  double[] predict(List<int[]> sequences);

  /** Trains on one batch. */
  PolicyUpdate update(List<Experience> batch, PolicyObjective objective);

  /** Weights and optimizer state. */
  byte[] snapshot();

  /** Takes up weights and optimizer state. */
  void restore(byte[] snapshot);

  @Override
  void close();

  /** A position in several sequences at once. */
  @FunctionalInterface
  interface Cursor {

    /**
     * The logits of the next token of each sequence, by token, padding included.
     *
     * @param prefixes the tokens so far; one longer than at the call before, unless complete
     */
    float[][] logits(List<int[]> prefixes);
  }
}
