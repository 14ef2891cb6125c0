package org.espalier.nas.tf.training;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;

/**
 * The sharing of weights between trials.
 *
 * @param mode the kind of sharing
 */
public record Sharing(@Default("none") @Description("Shared weights: none or bigram.") Mode mode) {

  /** The kind of weight sharing. */
  public enum Mode {
    /** Every trial starts from new weights. */
    NONE,
    /**
     * A layer starts from the weights of the last trial that had the same layer after the same
     * layer.
     */
    BIGRAM
  }

  /** Checks that the mode is not null. */
  public Sharing {
    Objects.requireNonNull(mode);
  }
}
