package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.training.OptimizerSettings;

/**
 * The shape and optimizer of a policy network.
 *
 * @param cell the recurrent network
 * @param units the size of its state, positive
 * @param embedding the size of the token embedding, positive; {@link Cell#PUBLISHED_LSTM} has none
 * @param predictor true for a predictor head on the same trunk
 * @param optimizer the optimizer of all weights
 * @param l2 weight of the squared norm of all weight matrices in the loss
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PolicySpec(
    Cell cell,
    int units,
    int embedding,
    boolean predictor,
    OptimizerSettings optimizer,
    double l2) {

  /** The recurrent networks that a backend offers. */
  public enum Cell {
    /** An autoregressive LSTM over embedded tokens, one step per token, with a masked softmax. */
    LSTM,
    /**
     * The published single-step LSTM: the padded sequence forms the features of one time step, and
     * the loss is −log p·reward over all outputs. For comparison only; it does not learn the
     * sampled tokens.
     */
    PUBLISHED_LSTM
  }

  /** Checks the sizes. */
  public PolicySpec {
    Objects.requireNonNull(cell);
    Objects.requireNonNull(optimizer);
    if (units <= 0 || embedding <= 0) {
      throw new IllegalArgumentException(
          "units (%d) and embedding (%d) must be positive.".formatted(units, embedding));
    }
    if (!(l2 >= 0)) {
      throw new IllegalArgumentException("l2 (" + l2 + ") must not be negative.");
    }
  }
}
