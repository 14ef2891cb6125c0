package org.espalier.nas.engine.objective;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.reward.MetricReward;

/** A metric over the epochs of a trial as an objective. */
@Description("One metric over a trial's epochs.")
public final class MetricObjective implements ObjectiveFunction {
  private final Objective objective;
  private final MetricReward reward;

  /**
   * Creates the objective.
   *
   * @param data the data; they decide which metric {@code auto} is
   * @throws org.espalier.nas.api.InvalidSettingException if neither the settings nor the evaluator
   *     nor the metric's name states a direction of improvement
   */
  @Inject
  public MetricObjective(
      MetricObjectiveSettings settings, EvaluatorSettings evaluator, Optional<DatasetInfo> data) {
    MetricChoice choice = settings.reward().choice();
    Set<String> measured = evaluator.metrics(data.map(DatasetInfo::task).orElse(null));
    String name =
        choice.candidates().stream()
            .filter(measured::contains)
            .findFirst()
            .orElse(choice.candidates().get(0));
    Direction direction =
        settings.goal().of(choice, evaluator) == Goal.MINIMIZE
            ? Direction.MINIMIZE
            : Direction.MAXIMIZE;
    this.objective = new Objective(name, direction, "", settings.reference(), true);
    this.reward = new MetricReward(settings.reward(), evaluator);
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    double score = reward.of(outcome);
    return ObjectiveValue.of(objective.direction() == Direction.MINIMIZE ? -score : score);
  }
}
