package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One evaluated sequence, as a policy network learns from it. Immutable. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class Experience {
  private final Rollout rollout;
  private final double[] returns;
  private final @Nullable Double score;

  /**
   * Creates an experience.
   *
   * @param rollout the sequence with the log-probabilities under the policy that drew it
   * @param returns what weighs log π(a_t | a_&lt;t) at each step: the discounted, baselined,
   *     normalised reward; of the sequence's length; copied
   * @param score what the predictor head should say, in [0, 1], or null to leave it alone
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

  /** The sequence with the log-probabilities under the policy that drew it. */
  public Rollout rollout() {
    return rollout;
  }

  /** What weighs the log-probability of each token; a copy. */
  public double[] returns() {
    return returns.clone();
  }

  /** What the predictor head should say, in [0, 1]; empty to leave it alone. */
  public OptionalDouble score() {
    return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
  }
}
