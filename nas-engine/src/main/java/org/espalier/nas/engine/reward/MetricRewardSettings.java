package org.espalier.nas.engine.reward;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.ChosenMetric;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * Settings of a reward from a metric.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param over measurements of a trial that count
 * @param minus constant baseline to subtract, finite
 * @param goal direction of improvement of the metric
 */
public record MetricRewardSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("last")
        @Description("Measurements that count: last, best, mean, weighted (1, 2, …, n).")
        Over over,
    @Default("0") @Description("Constant baseline to subtract.") @Range("(-inf, inf)") double minus,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal)
    implements ChosenMetric {

  /** Measurements of a trial that count. */
  public enum Over {
    /** The last measurement. */
    LAST,
    /** The best measurement. */
    BEST,
    /** The mean of all measurements. */
    MEAN,
    /** The weighted mean; measurement i has weight i. */
    WEIGHTED
  }

  /** Checks the settings. */
  public MetricRewardSettings {
    Objects.requireNonNull(over);
    Objects.requireNonNull(goal);
    MetricChoice.check(metric);
    SettingRanges.check(MetricRewardSettings.class, metric, over, minus, goal);
  }

  /** Returns the metric, fixed or automatic. */
  public MetricChoice choice() {
    return new MetricChoice(metric);
  }

  /** Returns the settings for the last value of a metric. */
  public static MetricRewardSettings last(String metric) {
    return new MetricRewardSettings(metric, Over.LAST, 0, Goal.AUTO);
  }
}
