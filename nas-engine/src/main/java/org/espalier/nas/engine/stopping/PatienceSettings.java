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
 * Settings of the patience rule.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param goal direction of improvement of the metric
 * @param patience epochs without improvement after which a trial is stopped
 * @param minDelta minimum improvement over the previous best
 */
public record PatienceSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal,
    @Default("5")
        @Description("Epochs without improvement after which a trial is stopped.")
        @Range("[1, inf)")
        int patience,
    @Default("0") @Description("Minimum improvement over the previous best.") @Range("[0, inf)")
        double minDelta)
    implements ChosenMetric {

  /** Checks the settings. */
  public PatienceSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(PatienceSettings.class, metric, goal, patience, minDelta);
  }
}
