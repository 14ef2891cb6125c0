package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that is a real number.
 *
 * @param low the minimum value
 * @param high the maximum value, above {@code low}; the steps need not reach it
 * @param step the distance between neighbours; null for a continuous range
 * @param scale the scale: linear if equal differences are equally likely, log if equal ratios are;
 *     linear with a step
 * @param when the condition under which the parameter is asked; null for always
 */
public record RealParameter(
    @Description("Minimum value.") @Range("(-inf, inf)") @Example("0") double low,
    @Description("Maximum value.") @Range("(-inf, inf)") @Example("1") double high,
    @Description("Distance between neighbours; none if absent.") @Range("(0, inf)") @Example("0.1")
        @Nullable Double step,
    @Default("linear")
        @Description("Scale: linear (equal differences equally likely) or log (equal ratios).")
        Scale scale,
    @Description("Condition under which it is asked; always if absent.") @Nullable String when)
    implements Parameter {
  private static final int MOST_STEPS = 10_000;

  /** Checks the range. */
  public RealParameter {
    Objects.requireNonNull(scale);
    SettingRanges.check(RealParameter.class, low, high, step, scale, when);
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new InvalidSettingException(
          "high", "high (" + high + ") must be above low (" + low + "), by a finite number.");
    }
    if (scale == Scale.LOG && low <= 0) {
      throw new InvalidSettingException(
          "low", "low (" + low + ") of a parameter with scale log must be positive.");
    }
    if (step != null) {
      requireStep(low, high, step, scale);
    }
  }

  private static void requireStep(double low, double high, double step, Scale scale) {
    if (scale == Scale.LOG) {
      throw new InvalidSettingException(
          "step",
          "step (%s) requires scale linear; list the numbers as an ordered categorical instead."
              .formatted(step));
    }
    if ((high - low) / step > MOST_STEPS) {
      throw new InvalidSettingException(
          "high",
          "high (%s) is more than %d steps of %s above low (%s); take a larger step, or none."
              .formatted(high, MOST_STEPS, step, low));
    }
  }

  @Override
  public Domain domain() {
    if (step == null) {
      return new RealRange(low, high, scale);
    }
    BigDecimal first = BigDecimal.valueOf(low);
    BigDecimal distance = BigDecimal.valueOf(step);
    int steps =
        BigDecimal.valueOf(high)
            .subtract(first)
            .divide(distance, 0, RoundingMode.DOWN)
            .intValueExact();
    return Categorical.ordered(
        IntStream.rangeClosed(0, steps)
            .mapToObj(i -> text(first.add(distance.multiply(BigDecimal.valueOf(i)))))
            .toList());
  }

  private static String text(BigDecimal value) {
    return Double.toString(value.doubleValue());
  }
}
