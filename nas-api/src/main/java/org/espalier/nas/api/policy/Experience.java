package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An evaluated sequence from which a policy network learns. Immutable. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Experience {
  private final Rollout rollout;
  private final double[] returns;
  private final @Nullable Double score;

  /**
   * Creates an experience.
   *
   * @param rollout the sequence with the log-probabilities under the policy that drew it
   * @param returns the weights of log π(a_t | a_&lt;t) at each step: the discounted, baselined,
   *     normalised reward; of the sequence's length; copied
   * @param score the target of the predictor head, in [0, 1], or null not to train it
   */
  public Experience(Rollout rollout, double[] returns, @Nullable Double score) {
    this.rollout = Objects.requireNonNull(rollout);
    this.returns = returns.clone();
    this.score = score;
    if (returns.length != rollout.tokens().length) {
      throw new IllegalArgumentException(
          "returns (" + returns.length + ") must have one value for each token of the sequence.");
    }
  }

  /** Returns the sequence with the log-probabilities under the policy that drew it. */
  public Rollout rollout() {
    return rollout;
  }

  /** Returns a copy of the weights of the tokens' log-probabilities. */
  public double[] returns() {
    return returns.clone();
  }

  /** Returns the target of the predictor head, in [0, 1]; empty not to train it. */
  public OptionalDouble score() {
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }
}
