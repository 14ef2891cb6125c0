package org.espalier.nas.tf.training;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * When a training ends before its last epoch.
 *
 * @param metric what has to improve: a measured metric
 * @param patience after how many epochs without improvement to end, positive
 * @param minDelta by how much a value must be better to count as an improvement
 */
public record EarlyStopping(
    @Default("validation.loss") @Description("The metric that has to improve.") String metric,
    @Default("5")
        @Description("Epochs without improvement after which training ends.")
        @Range("[1, inf)")
        int patience,
    @Default("0") @Description("The least improvement that counts.") @Range("[0, inf)")
        double minDelta) {

  /** Checks the ranges. */
  public EarlyStopping {
    Objects.requireNonNull(metric);
    SettingRanges.check(EarlyStopping.class, metric, patience, minDelta);
  }
}
