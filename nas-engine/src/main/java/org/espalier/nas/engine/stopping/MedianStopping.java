package org.espalier.nas.engine.stopping;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * Stops a trial whose best value until an epoch is worse than the median of the other trials'
 * running averages until that epoch: Golovin et al., <i>Google Vizier</i> (KDD 2017), section
 * 3.2.2.
 *
 * <p>Unlike in the paper, stopped and failed trials count up to their last epoch; without them the
 * median would cover only survivors, and rise with each stopped trial.
 */
@BehaviourVersion("519a4d8f1f237bcb")
@Description("Stops trials that are worse than the median of the others' running averages.")
public final class MedianStopping implements StoppingRule {

  private final MedianSettings settings;
  private final Goal goal;
  private final Curves curves;

  /**
   * Creates the rule.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public MedianStopping(MedianSettings settings, EvaluatorSettings evaluator) {
    this.settings = settings;
    MetricChoice metric = new MetricChoice(settings.metric());
    this.goal = settings.goal().of(metric, evaluator);
    this.curves = new Curves(metric, goal);
  }

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    return curves.metric(trial, measured).flatMap(metric -> judge(trial, measured, known, metric));
  }

  private Optional<String> judge(
      Trial trial, List<Measurement> measured, List<TrialResult> known, String metric) {
    Curve running = curves.running(measured, metric);
    int step = running.lastStep();
    if (!isDue(step)) {
      return Optional.empty();
    }
    double[] averages =
        curves.known(trial, known, metric).stream()
            .filter(curve -> curve.lastStep() >= step)
            .mapToDouble(curve -> curve.meanUntil(step))
            .filter(average -> !Double.isNaN(average))
            .toArray();
    if (averages.length < settings.warmupTrials()) {
      return Optional.empty();
    }
    double median = median(averages);
    double best = running.bestUntil(step);
    if (best >= median) {
      return Optional.empty();
    }
    Scores scores = new Scores(metric, goal);
    return Optional.of(
        Double.isNaN(best)
            ? "%s is not a number after epoch %d".formatted(metric, step)
            : "best %s until epoch %d (%s) is %s the median of %s (%s)"
                .formatted(
                    metric,
                    step,
                    scores.text(best),
                    scores.worse(),
                    Counts.of(averages.length, "trial"),
                    scores.text(median)));
  }

  private boolean isDue(int step) {
    int after = step - settings.warmupSteps();
    return after > 0 && (after - 1) % settings.interval() == 0;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
