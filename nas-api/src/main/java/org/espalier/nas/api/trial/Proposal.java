package org.espalier.nas.api.trial;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.espalier.nas.api.space.Architecture;
import org.jspecify.annotations.Nullable;

/**
 * An architecture that a controller proposes for evaluation.
 *
 * @param architecture a complete architecture of the search space
 * @param fidelity the amount of training to spend on it
 * @param continuedTrial the number of the trial whose weights and optimizer state it continues
 *     from, or null
 * @param predicted the reward that the controller expects, or null if it predicts none
 */
@API(status = MAINTAINED, since = "0.1")
public record Proposal(
    Architecture architecture,
    Fidelity fidelity,
    @Nullable Integer continuedTrial,
    @Nullable Double predicted) {

  /** Checks that architecture and fidelity are not null. */
  public Proposal {
    Objects.requireNonNull(architecture);
    Objects.requireNonNull(fidelity);
  }

  /** Returns a proposal to train from scratch, without a prediction. */
  public static Proposal of(Architecture architecture, Fidelity fidelity) {
    return new Proposal(architecture, fidelity, null, null);
  }

  /** Returns this proposal with the reward that the controller expects. */
  public Proposal predicting(double reward) {
    return new Proposal(architecture, fidelity, continuedTrial, reward);
  }

  /** Returns the reward that the controller expects, if it predicts one. */
  public OptionalDouble predictedReward() {
    return predicted == null ? OptionalDouble.empty() : OptionalDouble.of(predicted);
  }
}
