package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * A sequence of tokens with the policy's log-probability and entropy of each step.
 *
 * <p>All arrays have the sequence's length and are copied on the way in and out.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Rollout {
  private final int[] tokens;
  private final double[] logProbabilities;
  private final double[] entropies;

  /**
   * Creates a rollout.
   *
   * @param tokens the sequence, without padding
   * @param logProbabilities log π(a_t | a_&lt;t) of each token, in nats; −∞ for a token that stands
   *     for an action without a token
   * @param entropies the entropy of the masked distribution at each step, in nats
   */
  public Rollout(int[] tokens, double[] logProbabilities, double[] entropies) {
    if (tokens.length != logProbabilities.length || tokens.length != entropies.length) {
      throw new IllegalArgumentException(
          String.format(
              "tokens (%d), logProbabilities (%d) and entropies (%d) must have the same length.",
              tokens.length, logProbabilities.length, entropies.length));
    }
    this.tokens = tokens.clone();
    this.logProbabilities = logProbabilities.clone();
    this.entropies = entropies.clone();
  }

  /** Returns the sequence, without padding. */
  public int[] tokens() {
    return tokens.clone();
  }

  /** Returns log π(a_t | a_&lt;t) of each token, in nats. */
  public double[] logProbabilities() {
    return logProbabilities.clone();
  }

  /** Returns the entropy of the masked distribution at each step, in nats. */
  public double[] entropies() {
    return entropies.clone();
  }

  /** Returns the log-probability of the whole sequence, in nats. */
  public double logProbability() {
    return Arrays.stream(logProbabilities).sum();
  }
}
