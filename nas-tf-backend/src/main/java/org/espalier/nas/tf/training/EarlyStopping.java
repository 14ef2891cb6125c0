package org.espalier.nas.tf.training;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The condition under which training ends before its last epoch.
 *
 * @param metric the measured metric that has to improve
 * @param patience the number of epochs without improvement after which training ends, positive
 * @param minDelta the smallest difference that counts as an improvement
 */
public record EarlyStopping(
    @Default("validation.loss") @Description("Metric that has to improve.") String metric,
    @Default("5")
        @Description("Epochs without improvement after which training ends.")
        @Range("[1, inf)")
        int patience,
    @Default("0")
        @Description("The minimum improvement of the metric that counts as progress.")
        @Range("[0, inf)")
        double minDelta) {

  /** Checks the ranges. */
  public EarlyStopping {
    Objects.requireNonNull(metric);
    SettingRanges.check(EarlyStopping.class, metric, patience, minDelta);
  }
}
