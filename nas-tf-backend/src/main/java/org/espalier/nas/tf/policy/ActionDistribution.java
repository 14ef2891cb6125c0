package org.espalier.nas.tf.policy;

import java.util.Arrays;
import org.espalier.nas.api.NasException;

/** The distribution over the allowed tokens given by their logits. */
final class ActionDistribution {
  private final int[] allowed;
  private final double[] logProbabilities;

  /**
   * Creates the distribution, normalised over the allowed tokens.
   *
   * @param logits the logits by token
   * @param allowed the allowed tokens, at least one
   * @throws NasException if a logit is not finite
   */
  ActionDistribution(float[] logits, int[] allowed) {
    this.allowed = allowed;
    double largest = Arrays.stream(allowed).mapToDouble(token -> logits[token]).max().orElseThrow();
    double sum =
        Arrays.stream(allowed).mapToDouble(token -> Math.exp(logits[token] - largest)).sum();
    double logSum = largest + Math.log(sum);
    if (!Double.isFinite(logSum)) {
      throw new NasException(
          "The policy network diverged: its logits are no longer finite. Lower its learning rate,"
              + " clip its gradient (clipNorm), or normalise the rewards.");
    }
    this.logProbabilities =
        Arrays.stream(allowed).mapToDouble(token -> logits[token] - logSum).toArray();
  }

  /** Returns the token at which the cumulative probability exceeds {@code uniform}, in [0, 1). */
  int quantile(double uniform) {
    double cumulative = 0;
    for (int i = 0; i < allowed.length; i++) {
      cumulative += Math.exp(logProbabilities[i]);
      if (uniform < cumulative) {
        return allowed[i];
      }
    }
    return allowed[allowed.length - 1];
  }

  /** Returns the log-probability of a token, in nats. */
  double logProbability(int token) {
    int index = Arrays.binarySearch(allowed, token);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Token " + token + " is not among the allowed " + Arrays.toString(allowed) + ".");
    }
    return logProbabilities[index];
  }

  /** Returns the entropy, in nats. */
  double entropy() {
    return -Arrays.stream(logProbabilities).map(value -> Math.exp(value) * value).sum();
  }
}
