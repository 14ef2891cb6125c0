package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.ChosenMetric;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * Settings of the median stopping rule.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param goal direction of improvement of the metric
 * @param warmupSteps epochs of a trial before it can be stopped
 * @param warmupTrials minimum number of trials that reached the epoch
 * @param interval epochs between decisions
 */
public record MedianSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal,
    @Default("0") @Description("Epochs of a trial before it can be stopped.") @Range("[0, inf)")
        int warmupSteps,
    @Default("5")
        @Description("Minimum number of trials that reached the epoch.")
        @Range("[1, inf)")
        int warmupTrials,
    @Default("1") @Description("Epochs between decisions.") @Range("[1, inf)") int interval)
    implements ChosenMetric {

  /** Checks the settings. */
  public MedianSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(MedianSettings.class, metric, goal, warmupSteps, warmupTrials, interval);
  }
}
