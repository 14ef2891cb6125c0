package org.espalier.nas.engine.reward;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * Which metric is rewarded, and how.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 * @param over which of a trial's measurements count
 * @param minus a constant baseline that is taken off, finite
 * @param goal whether more or less of the metric is better
 */
public record MetricRewardSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("last")
        @Description("Which measurements count: last, best, mean, weighted (1, 2, …, n).")
        Over over,
    @Default("0") @Description("Constant baseline that is taken off.") @Range("(-inf, inf)")
        double minus,
    @Default("auto") @Description("maximize, minimize, or auto: losses and mae are minimised.")
        Goal goal) {

  /** Which of a trial's measurements count. */
  public enum Over {
    /** The last one. */
    LAST,
    /** The best one. */
    BEST,
    /** All alike. */
    MEAN,
    /** All, the i-th with weight i, so that later ones count more. */
    WEIGHTED
  }

  /** Checks the settings. */
  public MetricRewardSettings {
    Objects.requireNonNull(over);
    Objects.requireNonNull(goal);
    MetricChoice.check(metric);
    SettingRanges.check(MetricRewardSettings.class, metric, over, minus, goal);
  }

  /** The metric, chosen or to be chosen. */
  public MetricChoice choice() {
    return new MetricChoice(metric);
  }

  /** The last value of this metric. */
  public static MetricRewardSettings last(String metric) {
    return new MetricRewardSettings(metric, Over.LAST, 0, Goal.AUTO);
  }
}
