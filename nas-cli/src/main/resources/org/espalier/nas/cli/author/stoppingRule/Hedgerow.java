package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A rule that stops a trial whose metric lies too far below the best value that an earlier trial
 * had after the same epoch. It keeps nothing between calls, so its answers are the same for any
 * number of workers.
 */
@Description("Stops trials that are far behind the best one at the same epoch.")
public final class Hedgerow implements StoppingRule {
  private final HedgerowSettings settings;

  /** Creates the rule; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    Measurement last = measured.get(measured.size() - 1);
    OptionalDouble own = last.metric(settings.metric());
    OptionalDouble best = best(known, last.step());
    if (last.step() <= settings.warmUp() || own.isEmpty() || best.isEmpty()) {
      return Optional.empty();
    }
    // The comparison is false for NaN: a metric that is not a number stops nothing.
    return best.getAsDouble() - own.getAsDouble() > settings.margin()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s was %.4g after epoch %d, the best trial's was %.4g",
                settings.metric(),
                own.getAsDouble(),
                last.step(),
                best.getAsDouble()))
        : Optional.empty();
  }

  private OptionalDouble best(List<TrialResult> known, int step) {
    return known.stream()
        .flatMap(result -> result.outcome().measurements().stream())
        .filter(measurement -> measurement.step() == step)
        .flatMapToDouble(measurement -> measurement.metric(settings.metric()).stream())
        .filter(Double::isFinite)
        .max();
  }
}
