package org.espalier.nas.engine.stopping;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.stopping.ThresholdSettings.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A rule that stops a trial whose metric exceeds its bounds or is not finite, or whose loss has
 * grown too far, regardless of other trials.
 */
@BehaviourVersion("71a525be6b5537dc")
@Description("Stops trials that exceed bounds, are not finite, or diverge.")
public final class ThresholdStopping implements StoppingRule {

  private static final List<String> LOSSES = List.of(Measurement.VALIDATION_LOSS, "loss");

  private final ThresholdSettings settings;
  private final Curves curves;

  /** Creates the rule. */
  @Inject
  public ThresholdStopping(ThresholdSettings settings) {
    this.settings = settings;
    this.curves = new Curves(new MetricChoice(settings.metric()), Goal.MAXIMIZE);
  }

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    return curves.metric(trial, measured).flatMap(metric -> judge(measured, metric));
  }

  private Optional<String> judge(List<Measurement> measured, String metric) {
    Measurement last = measured.get(measured.size() - 1);
    return Stream.concat(Stream.of(metric), LOSSES.stream())
        .map(name -> notFinite(last, name))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> outOfBounds(last, metric))
        .or(() -> diverged(measured, last));
  }

  private static Optional<String> notFinite(Measurement last, String name) {
    OptionalDouble value = last.metric(name);
    return value.isPresent() && !Double.isFinite(value.getAsDouble())
        ? Optional.of("%s is %s after epoch %d".formatted(name, value.getAsDouble(), last.step()))
        : Optional.empty();
  }

  private Optional<String> outOfBounds(Measurement last, String metric) {
    OptionalDouble value = last.metric(metric);
    if (last.step() < settings.from() || value.isEmpty()) {
      return Optional.empty();
    }
    Double below = settings.below();
    Double above = settings.above();
    if (below != null && value.getAsDouble() < below) {
      return Optional.of(bound(last, metric, value.getAsDouble(), "below", below));
    }
    return above != null && value.getAsDouble() > above
        ? Optional.of(bound(last, metric, value.getAsDouble(), "above", above))
        : Optional.empty();
  }

  private static String bound(
      Measurement last, String metric, double value, String side, double bound) {
    return String.format(
        Locale.ROOT,
        "%s (%s) is %s %s after epoch %d",
        metric,
        Scores.number(value),
        side,
        bound,
        last.step());
  }

  private Optional<String> diverged(List<Measurement> measured, Measurement last) {
    Double factor = settings.divergence();
    return factor == null
        ? Optional.empty()
        : LOSSES.stream()
            .filter(name -> last.metric(name).isPresent())
            .findFirst()
            .flatMap(name -> grown(measured, name, factor));
  }

  private Optional<String> grown(List<Measurement> measured, String name, double factor) {
    double[] losses = Curve.of(measured, name, Goal.MAXIMIZE).finiteScores();
    double now = losses[losses.length - 1];
    Double reference = reference(losses);
    return reference != null && now > factor * reference
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s (%s) is more than %s times the %s (%s)",
                name,
                Scores.number(now),
                factor,
                settings.reference() == Reference.FIRST ? "first one" : "best so far",
                Scores.number(reference)))
        : Optional.empty();
  }

  /** Returns null if a multiple of the loss is not meaningful. */
  private @Nullable Double reference(double[] losses) {
    double reference = losses[0];
    if (settings.reference() == Reference.BEST) {
      for (double loss : losses) {
        reference = Math.min(reference, loss);
      }
    }
    return reference > 0 ? reference : null;
  }
}
