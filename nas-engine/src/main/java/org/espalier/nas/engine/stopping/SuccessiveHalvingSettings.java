package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * At which epochs trials are halved, and which share of them goes on.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 * @param goal whether more or less of the metric is better
 * @param minEpochs the epochs of the lowest rung
 * @param factor one in so many goes on, and each rung has so many times the epochs of the one below
 */
public record SuccessiveHalvingSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Default("auto") @Description("maximize, minimize, or auto: losses and mae are minimised.")
        Goal goal,
    @Default("1") @Description("Epochs of the lowest rung.") @Range("[1, inf)") int minEpochs,
    @Default("3")
        @Description("One in so many goes on; each rung has so many times the epochs.")
        @Range("[2, inf)")
        int factor) {

  /** Checks the settings. */
  public SuccessiveHalvingSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(goal);
    SettingRanges.check(SuccessiveHalvingSettings.class, metric, goal, minEpochs, factor);
  }

  /**
   * The highest rung that the trial has just reached.
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
