package org.espalier.nas.engine.reward;

import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/** One metric over the epochs of a trial, minus a constant. */
@BehaviourVersion("d5faa91fbf95ea10")
@Description("One metric over a trial's epochs, minus a constant.")
public final class MetricReward implements Reward {

  private final MetricRewardSettings settings;
  private final Goal goal;

  /**
   * Creates the reward.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public MetricReward(MetricRewardSettings settings, EvaluatorSettings evaluator) {
    this.settings = settings;
    this.goal = settings.goal().of(settings.choice(), evaluator);
  }

  @Override
  public double of(Outcome outcome) {
    List<Measurement> measurements = outcome.measurements();
    MetricChoice choice = settings.choice();
    String metric =
        choice.in(measurements).orElseThrow(() -> choice.missing("The reward", measurements));
    double[] values =
        measurements.stream()
            .map(measured -> measured.metric(metric))
            .flatMapToDouble(OptionalDouble::stream)
            .map(value -> goal.score(metric, value))
            .toArray();
    return over(values) - settings.minus();
  }

  @Override
  public String description() {
    String over =
        switch (settings.over()) {
          case LAST -> "in the last epoch";
          case BEST -> "in the best epoch";
          case MEAN -> "averaged over the epochs";
          case WEIGHTED -> "averaged over the epochs, later ones counting more";
        };
    String negated = goal.minimizes(settings.metric()) ? "minus " : "";
    String baseline = settings.minus() == 0 ? "" : ", minus " + settings.minus();
    return negated + settings.choice() + " " + over + baseline;
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

  /** Counts the best epoch even if the trial diverged later. */
  private static double best(double[] values) {
    double best = Double.NaN;
    for (double value : values) {
      if (Double.isNaN(best) || value > best) {
        best = value;
      }
    }
    return best;
  }
}
