package org.espalier.nas.engine.objective;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** A fact that the evaluator states about a trial as an objective. */
@Description("A fact that the evaluator states, such as a column of a table.")
public final class FactObjective implements ObjectiveFunction {
  private final Objective objective;

  /** Creates the objective. */
  @Inject
  public FactObjective(FactObjectiveSettings settings) {
    this.objective =
        new Objective(
            settings.name(),
            settings.goal(),
            Objects.requireNonNullElse(settings.unit(), ""),
            settings.reference(),
            true);
  }

  @Override
  public Objective objective() {
    return objective;
  }

  @Override
  public ObjectiveValue value(Trial trial, Outcome outcome) {
    Map<String, Double> facts = outcome.account().figures();
    Double value = facts.get(objective.name());
    if (value == null) {
      throw new NasException(
          "name (%s) is not a fact of the trial; its facts are %s."
              .formatted(objective.name(), facts.keySet()));
    }
    return ObjectiveValue.of(value);
  }
}
