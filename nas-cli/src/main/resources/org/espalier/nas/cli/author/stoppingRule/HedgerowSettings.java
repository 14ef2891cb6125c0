package org.example.hedgerow;

import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.trial.Measurement;

/**
 * The keys of {@code stopping: {type: hedgerow}} in an experiment file.
 *
 * @param metric metric to compare, of which more is better
 * @param margin distance to the best trial from which a trial is stopped
 * @param warmUp first epochs, in which no trial is stopped
 */
public record HedgerowSettings(
    @Default(Measurement.VALIDATION_ACCURACY) @Description("Metric to compare; more is better.")
        String metric,
    @Default("0.1") @Range("[0, inf)") @Description("Distance to the best trial.") double margin,
    @Default("1") @Range("[0, inf)") @Description("Epochs in which no trial is stopped.")
        int warmUp) {

  /** Checks that the metric has a name. */
  public HedgerowSettings {
    if (metric.isBlank()) {
      throw new InvalidSettingException("metric", "metric must not be blank.");
    }
  }
}
