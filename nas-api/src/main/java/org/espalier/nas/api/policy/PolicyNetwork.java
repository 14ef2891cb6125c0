package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * A trainable distribution over token sequences, with an optional head that predicts their score.
 *
 * <p>The port through which learned controllers use a backend. A single thread calls it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface PolicyNetwork extends AutoCloseable {

  /**
   * Draws sequences that the grammar allows; the same generator state gives the same sequences.
   *
   * @param count the number of sequences, positive
   * @param random the source of the draws
   * @return {@code count} complete sequences, with their log-probabilities and entropies
   */
  List<Rollout> sample(int count, RandomGenerator random);

  /**
   * Returns the log-probabilities and entropies of given sequences under the current policy.
   *
   * @param sequences complete sequences of the grammar, without padding
   * @return one rollout for each sequence, in the same order
   */
  List<Rollout> replay(List<int[]> sequences);

  /**
   * Returns the predictor head's score of each sequence.
   *
   * @param sequences complete sequences of the grammar, without padding
   * @return a score in [0, 1] for each sequence, in the same order
   * @throws IllegalStateException if the network was created without a predictor
   */
  double[] predict(List<int[]> sequences);

  /**
   * Trains on one batch.
   *
   * @param batch at least one experience
   * @param objective the objective to minimise and the number of passes
   * @return the statistics of the last pass
   */
  PolicyUpdate update(List<Experience> batch, PolicyObjective objective);

  /** {@return weights and optimizer state, in the backend's own format} */
  byte[] snapshot();

  /**
   * Restores weights and optimizer state.
   *
   * @param snapshot the {@link #snapshot} of a network created from an equal spec and grammar
   * @throws org.espalier.nas.api.NasException if it is not such a snapshot
   */
  void restore(byte[] snapshot);

  /** Frees the backend's resources. */
  @Override
  void close();

  /** A factory of policy networks, supplied by a backend. */
  interface Factory {

    /**
     * Creates a network, which the caller closes.
     *
     * @param spec its shape and optimizer
     * @param grammar the sequences that it draws
     * @param seed the seed of its initial weights
     * @return a new network
     */
    PolicyNetwork create(PolicySpec spec, TokenGrammar grammar, long seed);
  }
}
