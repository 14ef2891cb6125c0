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
 * @param embedding the size of the token embedding, positive; the published cells have none
 * @param predictor true for a predictor head on the same trunk
 * @param optimizer the optimizer of all weights
 * @param l2 weight of the squared norm of all weight matrices in the loss
 * @param temperature T of the logits c·tanh(logits/T), positive; of the published cells without
 *     effect
 * @param tanhConstant c of the logits c·tanh(logits/T), the largest absolute logit (Bello et al.
 *     2017, section 5; Pham et al. 2018); 0 for logits/T
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PolicySpec(
    Cell cell,
    int units,
    int embedding,
    boolean predictor,
    OptimizerSettings optimizer,
    double l2,
    double temperature,
    double tanhConstant) {

  /** The recurrent networks that a backend offers. */
  public enum Cell {
    /** An autoregressive LSTM over embedded tokens, one step per token, with a masked softmax. */
    LSTM,
    /**
     * The cell that Zoph &amp; Le (2017, appendix A) found by search, in place of the LSTM; without
     * biases, as in TensorFlow's {@code NASCell}.
     */
    NASCELL,
    /**
     * The published single-step LSTM: the padded sequence forms the features of one time step, and
     * the loss is −log p·reward over all outputs. For comparison only; it does not learn the
     * sampled tokens.
     */
    PUBLISHED_LSTM,
    /**
     * The published NASCell "policy" of a search for convolutional networks: the scaled outputs,
     * cast to integers, are the actions, so that it draws nothing. For comparison only; it does not
     * learn. Its units are the longest sequence's, and it has no predictor.
     */
    PUBLISHED_NASCELL
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
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature (" + temperature + ") must be positive.");
    }
    if (!(tanhConstant >= 0)) {
      throw new IllegalArgumentException(
          "tanhConstant (" + tanhConstant + ") must not be negative.");
    }
  }
}
