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
 * Settings of successive halving as a stopping rule.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param goal direction of improvement of the metric
 * @param minEpochs epochs of the lowest rung
 * @param factor inverse of the share of trials that continue, and ratio of the epochs of successive
 *     rungs
 */
public record SuccessiveHalvingStoppingSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto")
        @Description("maximize, minimize, or auto: as the evaluator or the name states.")
        Goal goal,
    @Default("1") @Description("Epochs of the lowest rung.") @Range("[1, inf)") int minEpochs,
    @Default("3")
        @Description("One in factor trials continues; each rung has factor times the epochs.")
        @Range("[2, inf)")
        int factor)
    implements ChosenMetric {

  /** Checks the settings. */
  public SuccessiveHalvingStoppingSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(SuccessiveHalvingStoppingSettings.class, metric, goal, minEpochs, factor);
  }

  /**
   * Returns the highest rung that the trial has just reached.
   *
   * @param before the step measured before
   * @param step the step measured last
   * @return the rung's epochs; 0 if it reached none
   */
  int rungBetween(int before, int step) {
    long reached = 0;
    for (long rung = minEpochs; rung <= step; rung *= factor) {
      reached = rung;
    }
    return reached > before ? (int) reached : 0;
  }
}
