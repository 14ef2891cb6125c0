package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is an integer.
 *
 * @param low the minimum value
 * @param high the maximum value; the steps need not reach it
 * @param step the distance between neighbours, positive
 * @param scale the scale: linear if equal differences are equally likely, log if equal ratios are
 * @param when the condition under which the parameter is asked; null for always
 */
public record IntegerParameter(
    @Description("Minimum value.") @Range("[-1000000000000, 1000000000000]") long low,
    @Description("Maximum value.") @Range("[-1000000000000, 1000000000000]") long high,
    @Default("1") @Description("Distance between neighbours.") @Range("[1, inf)") long step,
    @Default("linear")
        @Description("Scale: linear (equal differences equally likely) or log (equal ratios).")
        Scale scale,
    @Description("Condition under which it is asked; always if absent.") @Nullable String when)
    implements Parameter {
  /** Checks the range. */
  public IntegerParameter {
    Objects.requireNonNull(scale);
    SettingRanges.check(IntegerParameter.class, low, high, step, scale, when);
    if (low > high) {
      throw new InvalidSettingException(
          "high", "high (" + high + ") must not be below low (" + low + ").");
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new InvalidSettingException(
          "low", "low (" + low + ") of a parameter with scale log must be positive.");
    }
  }

  @Override
  public IntegerRange domain() {
    return new IntegerRange(low, high, step, scale);
  }
}
