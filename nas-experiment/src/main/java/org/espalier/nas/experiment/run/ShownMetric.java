package org.espalier.nas.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.TrialResult;

/** The metric that tables and plots show next to the reward. */
public final class ShownMetric {
  private static final List<String> PREFERRED =
      List.of(Measurement.VALIDATION_ACCURACY, "validation.r2", Measurement.VALIDATION_LOSS);

  private ShownMetric() {}

  /** Returns the most telling metric that was measured. */
  public static String of(List<TrialResult> results) {
    Optional<Measurement> measured =
        results.stream()
            .flatMap(result -> result.outcome().measurements().stream())
            .filter(measurement -> !measurement.metrics().isEmpty())
            .findFirst();
    return measured
        .flatMap(
            measurement ->
                Stream.concat(PREFERRED.stream(), measurement.metrics().keySet().stream())
                    .filter(name -> measurement.metrics().containsKey(name))
                    .findFirst())
        .orElse(Measurement.VALIDATION_ACCURACY);
  }

  /** Returns the metric's name as the heading of a column. */
  public static String title(String metric) {
    return metric.replaceFirst("^validation\\.", "val.").replace('_', ' ');
  }
}
