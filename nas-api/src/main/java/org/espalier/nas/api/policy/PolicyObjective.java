package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The objective that an update of a policy network minimises.
 *
 * <p>{@code −Σ_t log π(a_t|a_<t)·return_t} averaged over the batch (Williams 1992), or with
 * clipping the PPO surrogate {@code −min(ρ·A, clip(ρ, 1−ε, 1+ε)·A)} (Schulman et al. 2017, eq. 7),
 * minus {@code entropyWeight} times the mean entropy, plus {@code predictorWeight} times the mean
 * squared error of the predictor head.
 *
 * @param epochs passes over the batch, positive
 * @param clipRatio PPO's ε, or 0 for plain REINFORCE
 * @param entropyWeight the weight of the entropy bonus, 0 for none
 * @param predictorWeight the weight of the predictor's error, 0 for none
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PolicyObjective(
    int epochs, double clipRatio, double entropyWeight, double predictorWeight) {

  /** Checks the ranges. */
  public PolicyObjective {
    if (epochs <= 0) {
      throw new IllegalArgumentException("epochs (" + epochs + ") must be positive.");
    }
    if (!(clipRatio >= 0 && clipRatio < 1)) {
      throw new IllegalArgumentException("clipRatio (" + clipRatio + ") must lie in [0, 1).");
    }
    if (!(entropyWeight >= 0) || !(predictorWeight >= 0)) {
      throw new IllegalArgumentException(
          "entropyWeight (%s) and predictorWeight (%s) must not be negative."
              .formatted(entropyWeight, predictorWeight));
    }
  }
}
