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
 * Settings of the rule that extrapolates learning curves.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param goal direction of improvement of the metric
 * @param delta probability of becoming the best below which a trial is stopped
 * @param minEpochs minimum number of epochs of a curve to extrapolate
 * @param interval epochs between decisions
 */
public record LearningCurveSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal,
    @Default("0.05")
        @Description("Probability of becoming the best below which a trial is stopped.")
        @Range("(0, 1)")
        double delta,
    @Default("5")
        @Description("Minimum number of epochs of a curve to extrapolate.")
        @Range("[3, inf)")
        int minEpochs,
    @Default("1") @Description("Epochs between decisions.") @Range("[1, inf)") int interval)
    implements ChosenMetric {

  /** Checks the settings. */
  public LearningCurveSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(LearningCurveSettings.class, metric, goal, delta, minEpochs, interval);
  }
}
