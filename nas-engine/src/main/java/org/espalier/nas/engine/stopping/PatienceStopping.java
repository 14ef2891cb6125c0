package org.espalier.nas.engine.stopping;

import jakarta.inject.Inject;
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
 * A rule that stops a trial that has not improved for a number of epochs, regardless of other
 * trials.
 */
@BehaviourVersion("8ce7087b39fbc860")
@Description("Stops trials that have not improved for a number of epochs.")
public final class PatienceStopping implements StoppingRule {

  private final PatienceSettings settings;
  private final Goal goal;
  private final Curves curves;

  /**
   * Creates the rule.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public PatienceStopping(PatienceSettings settings, EvaluatorSettings evaluator) {
    this.settings = settings;
    MetricChoice metric = new MetricChoice(settings.metric());
    this.goal = settings.goal().of(metric, evaluator);
    this.curves = new Curves(metric, goal);
  }

  @Override
  public Optional<String> reasonToStop(
      Trial trial, List<Measurement> measured, List<TrialResult> known) {
    return curves.metric(trial, measured).flatMap(metric -> judge(measured, metric));
  }

  private Optional<String> judge(List<Measurement> measured, String metric) {
    Curve running = curves.running(measured, metric);
    double[] steps = running.finiteSteps();
    double[] scores = running.finiteScores();
    double best = Double.NEGATIVE_INFINITY;
    int improved = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > best + settings.minDelta()) {
        best = scores[i];
        improved = (int) steps[i];
      }
    }
    int waited = running.lastStep() - improved;
    if (waited < settings.patience()) {
      return Optional.empty();
    }
    return Optional.of(
        improved == 0
            ? "%s was not a number in %s".formatted(metric, Counts.of(waited, "epoch"))
            : "%s has not improved on %s for %s"
                .formatted(
                    metric, new Scores(metric, goal).text(best), Counts.of(waited, "epoch")));
  }
}
