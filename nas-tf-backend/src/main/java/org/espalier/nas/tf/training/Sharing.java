package org.espalier.nas.tf.training;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;

/**
 * Whether a trial starts from weights that earlier trials left.
 *
 * @param mode which weights are shared
 */
public record Sharing(
    @Default("none") @Description("Which weights are shared: none or bigram.") Mode mode) {

  /** Which weights are shared. */
  public enum Mode {
    /** Every trial starts from fresh weights. */
    NONE,
    /**
     * A layer starts from what the last trial left that had the same layer behind the same layer.
     */
    BIGRAM
  }

  /** Checks that the mode is there. */
  public Sharing {
    Objects.requireNonNull(mode);
  }
}
