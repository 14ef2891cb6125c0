package org.example.hedgerow;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.trial.Measurement;

/**
 * The keys of {@code reward: {type: hedgerow}} in an experiment file.
 *
 * @param metric metric to maximise
 * @param target number of parameters without penalty
 * @param exponent weight of the size, negative or 0
 */
public record HedgerowSettings(
    @Default(Measurement.VALIDATION_ACCURACY) @Description("Metric to maximise.")
        String metric,
    @Default("1000") @Range("[1, inf)") @Description("Number of parameters without penalty.")
        double target,
    @Default("-0.07") @Range("[-1, 0]") @Description("Weight of the size; 0 ignores it.")
        double exponent) {

  /** Checks that the metric has a name. */
  public HedgerowSettings {
    if (metric.isBlank()) {
      throw new InvalidSettingException("metric", "metric must not be blank.");
    }
  }
}
