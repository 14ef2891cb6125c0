package org.espalier.nas.api.policy;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A trainable distribution over token sequences, with an optional head that predicts their score.
 *
 * <p>The port through which learned controllers use a backend. One thread calls it.
 */
public interface PolicyNetwork extends AutoCloseable {

  /** Draws sequences that the grammar allows; the same generator state gives the same sequences. */
  List<Rollout> sample(int count, RandomGenerator random);

  /**
   * The log-probabilities and entropies of given sequences under the policy as it is now.
   *
   * @param sequences complete sequences of the grammar, without padding
   */
  List<Rollout> replay(List<int[]> sequences);

  /**
   * What the predictor head expects of each sequence, in [0, 1].
   *
   * @throws IllegalStateException if the network was created without predictor
   */
  double[] predict(List<int[]> sequences);

  /**
   * Trains on one batch.
   *
   * @param batch at least one experience
   */
  PolicyUpdate update(List<Experience> batch, PolicyObjective objective);

  /** Weights and optimizer state. */
  byte[] snapshot();

  /** Takes up weights and optimizer state of a network created from an equal spec. */
  void restore(byte[] snapshot);

  @Override
  void close();

  /** Creates policy networks; supplied by a backend. */
  interface Factory {

    /**
     * Creates a network.
     *
     * @param seed from which its initial weights derive
     */
    PolicyNetwork create(PolicySpec spec, TokenGrammar grammar, long seed);
  }
}
