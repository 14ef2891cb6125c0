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
 * Asynchronous successive halving as a stopping rule: at the rungs minEpochs · factor^k a trial
 * continues only if it is among the best ⌊n / factor⌋ of the n trials that have reached the rung,
 * including itself, or the best of fewer than factor. Li et al., <i>A System for Massively Parallel
 * Hyperparameter Tuning</i> (MLSys 2020), section 3, in the non-waiting form of Akiba et al.,
 * <i>Optuna</i> (KDD 2019), algorithm 1.
 */
@BehaviourVersion("bfcb41eff3119fdd")
@Description("Promotes one in factor trials at each rung.")
public final class SuccessiveHalvingStopping implements StoppingRule {

  private final SuccessiveHalvingStoppingSettings settings;
  private final Goal goal;
  private final Curves curves;

  /**
   * Creates the rule.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public SuccessiveHalvingStopping(
      SuccessiveHalvingStoppingSettings settings, EvaluatorSettings evaluator) {
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
    int rung = settings.rungBetween(running.stepBeforeLast(), running.lastStep());
    if (rung == 0) {
      return Optional.empty();
    }
    double score = running.last();
    if (Double.isNaN(score)) {
      return Optional.of(
          "%s is not a number at the rung of %s".formatted(metric, Counts.of(rung, "epoch")));
    }
    int reached = 1;
    int better = 0;
    for (Curve other : curves.known(trial, known, metric)) {
      if (other.lastStep() >= rung) {
        reached++;
        better += other.at(rung) > score ? 1 : 0;
      }
    }
    int places = Math.max(1, reached / settings.factor());
    if (better < places) {
      return Optional.empty();
    }
    return Optional.of(
        "%s (%s) is number %d of %s at the rung of %s, of which %d %s on"
            .formatted(
                metric,
                new Scores(metric, goal).text(score),
                better + 1,
                Counts.of(reached, "trial"),
                Counts.of(rung, "epoch"),
                places,
                places == 1 ? "goes" : "go"));
  }
}
