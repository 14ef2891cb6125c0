package org.espalier.nas.controller.reinforce;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The baseline that is subtracted from a reward before the policy learns from it.
 *
 * @param type the kind of baseline
 * @param value of {@code constant}: the baseline; of the others: the baseline of the first batch
 * @param decay of {@code moving-average}: b ← decay·b + (1 − decay)·mean reward of the batch
 * @param window of {@code recent-mean}: the number of rewards; {@code value} counts as the first
 */
public record BaselineSettings(
    @Default("constant") @Description("Kind of baseline.") Type type,
    @Default("0.5")
        @Description("The constant, or the baseline of the first batch.")
        @Range("(-inf, inf)")
        double value,
    @Default("0.9")
        @Description("Share of a moving average that is kept per batch.")
        @Range("[0, 1)")
        double decay,
    @Default("20") @Description("Number of rewards of a recent mean.") @Range("[1, inf)")
        int window) {

  /** Kinds of baselines. */
  public enum Type {
    /** A constant. */
    CONSTANT,
    /** The exponential moving average of the batches' mean rewards. */
    MOVING_AVERAGE,
    /** The mean of the last rewards of the previous batches. */
    RECENT_MEAN,
    /** The highest reward of the previous batches. */
    BEST,
    /** Zero. */
    NONE
  }

  /** Checks the ranges. */
  public BaselineSettings {
    Objects.requireNonNull(type);
    SettingRanges.check(BaselineSettings.class, type, value, decay, window);
  }
}
