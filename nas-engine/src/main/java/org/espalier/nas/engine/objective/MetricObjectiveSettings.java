package org.espalier.nas.engine.objective;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.ChosenMetric;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.reward.MetricRewardSettings;
import org.espalier.nas.engine.reward.MetricRewardSettings.Over;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an objective that is a metric.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param over measurements of a trial that count
 * @param goal direction of improvement of the metric
 * @param reference value that bounds the hypervolume from the worse side, or null
 */
public record MetricObjectiveSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("last")
        @Description("Measurements that count: last, best, mean, weighted (1, 2, …, n).")
        Over over,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal,
    @Description("Value that bounds the hypervolume from the worse side.") @Range("(-inf, inf)")
        @Nullable Double reference)
    implements ChosenMetric {

  /** Checks the name. */
  public MetricObjectiveSettings {
    MetricChoice.check(metric);
    SettingRanges.check(MetricObjectiveSettings.class, metric, over, goal, reference);
  }

  MetricRewardSettings reward() {
    return new MetricRewardSettings(metric, over, 0, goal);
  }
}
