package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;

/**
 * A trainable distribution over token sequences, with an optional head that predicts their score.
 *
 * <p>The port through which learned controllers use a backend. One thread calls it.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface PolicyNetwork extends AutoCloseable {

  /**
   * Draws sequences that the grammar allows; the same generator state gives the same sequences.
   *
   * @param count how many, positive
   * @param random decides which
   * @return {@code count} complete sequences, with what the policy thought of them
   */
  List<Rollout> sample(int count, RandomGenerator random);

  /**
   * The log-probabilities and entropies of given sequences under the policy as it is now.
   *
   * @param sequences complete sequences of the grammar, without padding
   * @return one rollout for each sequence, in the same order
   */
  List<Rollout> replay(List<int[]> sequences);

  /**
   * What the predictor head expects of each sequence.
   *
   * @param sequences complete sequences of the grammar, without padding
   * @return a score in [0, 1] for each sequence, in the same order
   * @throws IllegalStateException if the network was created without predictor
   */
  double[] predict(List<int[]> sequences);

  /**
   * Trains on one batch.
   *
   * @param batch at least one experience
   * @param objective what is minimised, and for how many passes
   * @return what the last pass did
   */
  PolicyUpdate update(List<Experience> batch, PolicyObjective objective);

  /** {@return weights and optimizer state, in a form of the backend's own} */
  byte[] snapshot();

  /**
   * Takes up weights and optimizer state.
   *
   * @param snapshot what {@link #snapshot} gave, of a network created from an equal spec and
   *     grammar
   * @throws org.espalier.nas.api.NasException if it is not such a snapshot
   */
  void restore(byte[] snapshot);

  /** Frees the backend's resources. */
  @Override
  void close();

  /** Creates policy networks; supplied by a backend. */
  interface Factory {

    /**
     * Creates a network, which the caller closes.
     *
     * @param spec its shape and optimizer
     * @param grammar the sequences that it draws
     * @param seed from which its initial weights derive
     * @return a fresh network
     */
    PolicyNetwork create(PolicySpec spec, TokenGrammar grammar, long seed);
  }
}
