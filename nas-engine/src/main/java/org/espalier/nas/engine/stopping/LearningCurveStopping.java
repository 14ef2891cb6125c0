package org.espalier.nas.engine.stopping;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;

/**
 * A rule that stops a trial that is unlikely to become the best: its learning curve is {@linkplain
 * Extrapolation extrapolated} to its last epoch, and compared with the best that any known trial
 * had after its own last epoch. Domhan, Springenberg and Hutter, <i>Speeding up Automatic
 * Hyperparameter Optimization of Deep Neural Networks by Extrapolation of Learning Curves</i>
 * (IJCAI 2015), sections 3 and 4.
 */
@BehaviourVersion("f17de40684728f8f")
@Description("Stops trials that are unlikely to become the best, by their extrapolated curves.")
public final class LearningCurveStopping implements StoppingRule {

  private final LearningCurveSettings settings;
  private final Goal goal;
  private final Curves curves;
  private final Map<Integer, CurveShapes> shapesByEpochs = new ConcurrentHashMap<>();

  /**
   * Creates the rule.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public LearningCurveStopping(LearningCurveSettings settings, EvaluatorSettings evaluator) {
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
    if (!isDue(running.size())) {
      return Optional.empty();
    }
    OptionalDouble best =
        curves.known(trial, known, metric).stream()
            .mapToDouble(Curve::lastFinite)
            .filter(score -> !Double.isNaN(score))
            .max();
    double[] scores = running.finiteScores();
    if (best.isEmpty() || scores.length < settings.minEpochs() || isLevel(scores)) {
      return Optional.empty();
    }
    int epochs = trial.proposal().fidelity().epochs();
    CurveShapes shapes = shapesByEpochs.computeIfAbsent(epochs, CurveShapes::new);
    Extrapolation after = new Extrapolation(shapes, running.finiteSteps(), scores, epochs);
    double probability = after.probabilityAbove(best.getAsDouble());
    return probability >= settings.delta()
        ? Optional.empty()
        : Optional.of(reason(metric, probability, epochs, after.mean(), best.getAsDouble()));
  }

  private boolean isDue(int size) {
    return size >= settings.minEpochs() && (size - settings.minEpochs()) % settings.interval() == 0;
  }

  /** A constant curve has no information about its noise. */
  private static boolean isLevel(double[] scores) {
    for (double score : scores) {
      if (score != scores[0]) {
        return false;
      }
    }
    return true;
  }

  private String reason(
      String metric, double probability, int epochs, double expected, double best) {
    Scores scores = new Scores(metric, goal);
    return String.format(
        Locale.ROOT,
        "%s will be better than the best (%s) with probability %.3f after epoch %d; %s is expected",
        metric,
        scores.text(best),
        probability,
        epochs,
        scores.text(expected));
  }
}
