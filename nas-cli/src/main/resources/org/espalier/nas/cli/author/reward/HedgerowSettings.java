package org.example.hedgerow;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.trial.Measurement;

/**
 * The keys that stand under {@code reward: {type: hedgerow}} in an experiment file.
 *
 * @param metric what is to be high
 * @param target the number of parameters that costs nothing
 * @param exponent how much is lost with each doubling of the parameters, negative
 */
public record HedgerowSettings(
    @Default(Measurement.VALIDATION_ACCURACY) @Description("The metric that is to be high.")
        String metric,
    @Default("1000") @Range("[1, inf)") @Description("Parameters that cost nothing.") double target,
    @Default("-0.07") @Range("[-1, 0]") @Description("Weight of the size; 0: it does not matter.")
        double exponent) {

  /** Checks what a range cannot say. */
  public HedgerowSettings {
    if (metric.isBlank()) {
      throw new InvalidSettingException("metric", "metric must name what is measured.");
    }
  }
}
