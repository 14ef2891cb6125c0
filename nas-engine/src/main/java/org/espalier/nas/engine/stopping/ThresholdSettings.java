package org.espalier.nas.engine.stopping;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.metric.MetricChoice;
import org.jspecify.annotations.Nullable;

/**
 * Between which bounds a metric must stay, and how far a loss may grow.
 *
 * @param metric the metric's name, or {@code auto}: {@code validation.accuracy} where it is
 *     measured, else {@code validation.r2}
 * @param below the bound below which a trial is stopped; null for none
 * @param above the bound above which a trial is stopped; null for none
 * @param from the first epoch whose value is compared with the bounds
 * @param divergence the factor by which the loss may exceed the reference; null: any
 * @param reference which loss that is
 */
public record ThresholdSettings(
    @Default("auto")
        @Description(
            "Name of the metric; auto: validation.accuracy if measured, else validation.r2.")
        String metric,
    @Description("Stop below this value; absent: no such bound.") @Range("(-inf, inf)")
        @Nullable Double below,
    @Description("Stop above this value; absent: no such bound.") @Range("(-inf, inf)")
        @Nullable Double above,
    @Default("1")
        @Description("The first epoch whose value is compared with the bounds.")
        @Range("[1, inf)")
        int from,
    @Description("Factor by which the loss may exceed its reference; absent: any.")
        @Range("[1, inf)")
        @Nullable Double divergence,
    @Default("first") @Description("Which loss that is: the first one, or the best so far.")
        Reference reference) {

  /** With which loss a later one is compared. */
  public enum Reference {
    /** That of the first epoch: worse than it means worse than hardly trained. */
    FIRST,
    /** The best until now. */
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
