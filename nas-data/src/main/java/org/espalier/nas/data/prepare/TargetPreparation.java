package org.espalier.nas.data.prepare;

import java.util.Objects;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;

/**
 * The preparation of a regression's targets; classes are not affected.
 *
 * @param scaling scaling of the targets in training; metrics and predictions are in the data's
 *     units
 */
public record TargetPreparation(
    @Default("standardize") @Description("Scaling of the targets in training.")
        TargetScale.Kind scaling) {

  /** Checks that the scaling is not null. */
  public TargetPreparation {
    Objects.requireNonNull(scaling);
  }

  /** Returns the default: standardised. */
  public static TargetPreparation standard() {
    return new TargetPreparation(TargetScale.Kind.STANDARDIZE);
  }
}
