package org.espalier.nas.engine.objective;

import jakarta.inject.Inject;
import java.time.Duration;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;

/** The time that training took as an objective: the charged time if it is known, else measured. */
@Description("Seconds of training: those of the table, or else as measured.")
public final class TrainingSecondsObjective implements ObjectiveFunction {
  private final Objective objective;

  /** Creates the objective. */
  @Inject
  public TrainingSecondsObjective(ReferenceSettings settings, EvaluatorSettings evaluator) {
    this.objective =
        new Objective(
            "training.seconds",
            Direction.MINIMIZE,
            "s",
            settings.reference(),
            evaluator.chargesSeconds());
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    Double charged = outcome.account().cost().seconds();
    return ObjectiveValue.of(charged == null ? measured(outcome) : charged);
  }

  private static double measured(Outcome outcome) {
    return outcome.account().times().getOrDefault(Phase.TRAIN, Duration.ZERO).toNanos() / 1e9;
  }
}
