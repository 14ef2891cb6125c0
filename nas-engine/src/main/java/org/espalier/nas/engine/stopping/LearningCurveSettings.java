package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * When a trial is stopped for what its learning curve promises.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 * @param goal whether more or less of the metric is better
 * @param delta the probability of becoming the best below which a trial is stopped
 * @param minEpochs the epochs that a curve must have before it is extrapolated
 * @param interval the epochs from one decision to the next
 */
public record LearningCurveSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto") @Description("maximize, minimize, or auto: losses and mae are minimised.")
        Goal goal,
    @Default("0.05")
        @Description("Probability of becoming the best below which a trial is stopped.")
        @Range("(0, 1)")
        double delta,
    @Default("5")
        @Description("Epochs that a curve must have before it is extrapolated.")
        @Range("[3, inf)")
        int minEpochs,
    @Default("1") @Description("Epochs from one decision to the next.") @Range("[1, inf)")
        int interval) {

  /** Checks the settings. */
  public LearningCurveSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(LearningCurveSettings.class, metric, goal, delta, minEpochs, interval);
  }
}
