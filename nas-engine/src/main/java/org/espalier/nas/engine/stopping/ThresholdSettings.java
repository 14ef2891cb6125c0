package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.ChosenMetric;
import org.espalier.nas.engine.metric.MetricChoice;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the threshold rule: bounds of a metric, and the maximum growth of a loss.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} if measured,
 *     otherwise {@code validation.r2}
 * @param below the bound below which a trial is stopped; null for none
 * @param above the bound above which a trial is stopped; null for none
 * @param from the first epoch whose value is compared with the bounds
 * @param divergence factor by which the loss may exceed the reference; null for no limit
 * @param reference the reference of divergence
 */
public record ThresholdSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Description("Stop below this value; absent: no bound.") @Range("(-inf, inf)")
        @Nullable Double below,
    @Description("Stop above this value; absent: no bound.") @Range("(-inf, inf)")
        @Nullable Double above,
    @Default("1")
        @Description("First epoch whose value is compared with the bounds.")
        @Range("[1, inf)")
        int from,
    @Description("Factor by which the loss may exceed its reference; absent: no limit.")
        @Range("[1, inf)")
        @Nullable Double divergence,
    @Default("first") @Description("Reference of divergence: the first loss, or the best so far.")
        Reference reference)
    implements ChosenMetric {

  /** Reference loss with which later losses are compared. */
  public enum Reference {
    /** The loss of the first epoch, of a barely trained network. */
    FIRST,
    /** The best loss so far. */
    BEST
  }

  /** Checks the settings. */
  public ThresholdSettings {
    MetricChoice.check(metric);
    Objects.requireNonNull(reference);
    SettingRanges.check(ThresholdSettings.class, metric, below, above, from, divergence, reference);
    if (below != null && above != null && below > above) {
      throw new InvalidSettingException(
          "below",
          "below (%s) must not be greater than above (%s): every trial would be stopped."
              .formatted(below, above));
    }
  }
}
