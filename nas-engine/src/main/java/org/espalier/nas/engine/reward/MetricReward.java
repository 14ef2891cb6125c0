package org.espalier.nas.engine.reward;

import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.reward.MetricRewardSettings.Goal;

/** One metric over the epochs of a trial, minus a constant. */
@Description("One metric over a trial's epochs, minus a constant.")
public final class MetricReward implements Reward {

  private static final List<String> CHOSEN_BY_AUTO =
      List.of(Measurement.VALIDATION_ACCURACY, "validation.r2");

  private final MetricRewardSettings settings;

  /** Creates the reward. */
  @Inject
  public MetricReward(MetricRewardSettings settings) {
    this.settings = settings;
  }

  @Override
  public double of(Outcome outcome) {
    String metric = metric(outcome);
    double[] values =
        outcome.measurements().stream()
            .map(measured -> measured.metric(metric))
            .flatMapToDouble(OptionalDouble::stream)
            .map(value -> minimize(metric) ? -value : value)
            .toArray();
    if (values.length == 0) {
      throw missing(metric, outcome);
    }
    return over(values) - settings.minus();
  }

  @Override
  public String description() {
    String metric =
        settings.metric().equals(MetricRewardSettings.AUTO)
            ? String.join(" or ", CHOSEN_BY_AUTO)
            : settings.metric();
    String over =
        switch (settings.over()) {
          case LAST -> "in the last epoch";
          case BEST -> "in the best epoch";
          case MEAN -> "averaged over the epochs";
          case WEIGHTED -> "averaged over the epochs, later ones counting more";
        };
    String negated = minimize(metric) ? "minus " : "";
    String baseline = settings.minus() == 0 ? "" : ", minus " + settings.minus();
    return negated + metric + " " + over + baseline;
  }

  private String metric(Outcome outcome) {
    if (!settings.metric().equals(MetricRewardSettings.AUTO)) {
      return settings.metric();
    }
    return CHOSEN_BY_AUTO.stream()
        .filter(name -> outcome.measurements().stream().anyMatch(m -> m.metric(name).isPresent()))
        .findFirst()
        .orElseThrow(() -> missing(String.join(" or ", CHOSEN_BY_AUTO), outcome));
  }

  private boolean minimize(String metric) {
    return settings.goal() == Goal.AUTO
        ? metric.endsWith("loss") || metric.endsWith("mae")
        : settings.goal() == Goal.MINIMIZE;
  }

  private double over(double[] values) {
    int n = values.length;
    return switch (settings.over()) {
      case LAST -> values[n - 1];
      case BEST -> best(values);
      case MEAN -> IntStream.range(0, n).mapToDouble(i -> values[i]).sum() / n;
      case WEIGHTED ->
          IntStream.range(0, n).mapToDouble(i -> (i + 1) * values[i]).sum() / (n * (n + 1) / 2.0);
    };
  }

  /** A trial that diverged after a good epoch has had a good epoch. */
  private static double best(double[] values) {
    double best = Double.NaN;
    for (double value : values) {
      if (Double.isNaN(best) || value > best) {
        best = value;
      }
    }
    return best;
  }

  private static NasException missing(String metric, Outcome outcome) {
    TreeSet<String> measured = new TreeSet<>();
    outcome.measurements().forEach(m -> measured.addAll(m.metrics().keySet()));
    return new NasException(
        "The reward needs %s, which was not measured; measured were %s. Set metric to one of these."
            .formatted(metric, measured));
  }
}
