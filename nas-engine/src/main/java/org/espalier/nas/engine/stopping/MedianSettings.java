package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * When a trial is stopped for being worse than the median.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 * @param goal whether more or less of the metric is better
 * @param warmupSteps the epochs after which no trial is stopped yet
 * @param warmupTrials how many trials must be known that got as far
 * @param interval the epochs from one decision to the next
 */
public record MedianSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto") @Description("maximize, minimize, or auto: losses and mae are minimised.")
        Goal goal,
    @Default("0") @Description("Epochs after which no trial is stopped yet.") @Range("[0, inf)")
        int warmupSteps,
    @Default("5") @Description("How many trials must be known that got as far.") @Range("[1, inf)")
        int warmupTrials,
    @Default("1") @Description("Epochs from one decision to the next.") @Range("[1, inf)")
        int interval) {

  /** Checks the settings. */
  public MedianSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(MedianSettings.class, metric, goal, warmupSteps, warmupTrials, interval);
  }
}
