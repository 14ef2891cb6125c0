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
 * A parameter that is a whole number.
 *
 * @param low the smallest value
 * @param high the largest value; it need not be reached by the steps
 * @param step the distance between neighbours, positive
 * @param scale whether equal differences or equal ratios are equally likely
 * @param when the condition under which it is asked; null for always
 */
public record IntegerParameter(
    @Description("The smallest value.") @Range("[-1000000000000, 1000000000000]") long low,
    @Description("The largest value.") @Range("[-1000000000000, 1000000000000]") long high,
    @Default("1") @Description("The distance between neighbours.") @Range("[1, inf)") long step,
    @Default("linear") @Description("Whether differences or ratios are equally likely.")
        Scale scale,
    @Description("When it is asked; absent: always.") @Nullable String when)
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
