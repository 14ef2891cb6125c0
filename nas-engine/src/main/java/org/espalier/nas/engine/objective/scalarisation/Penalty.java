package org.espalier.nas.engine.objective.scalarisation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Constraint;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Description;

/**
 * One objective, minus a penalty for each bound that another one exceeds, relative to the bound.
 */
@Description("One objective, minus a penalty for each limit that another exceeds.")
public final class Penalty implements Scalarisation {
  private final PenaltySettings settings;
  private final Objectives objectives;
  private final int counted;
  private final List<Limit> limits;

  private record Limit(Constraint constraint, int objective) {}

  /**
   * Creates the scalarisation.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if an objective is missing
   */
  @Inject
  public Penalty(PenaltySettings settings, Objectives objectives) {
    this.settings = settings;
    this.objectives = objectives;
    this.counted =
        settings.objective().equals("first") ? 0 : index("objective", settings.objective());
    this.limits =
        settings.limits().stream()
            .map(Constraint::parse)
            .map(constraint -> new Limit(constraint, index("limits", constraint.quantity())))
            .toList();
  }

  private int index(String setting, String name) {
    return ObjectiveIndex.of(setting, name, Direction.MAXIMIZE, objectives);
  }

  @Override
  public double of(List<Double> values) {
    double violation = 0;
    for (Limit limit : limits) {
      violation += limit.constraint().violation(values.get(limit.objective()));
    }
    Objective objective = objectives.list().get(counted);
    return -objective.loss(values.get(counted)) - settings.factor() * violation;
  }

  @Override
  public String description() {
    return objectives.list().get(counted).title()
        + limits.stream()
            .map(limit -> limit.constraint().toString())
            .collect(Collectors.joining(", ", " with a penalty unless ", ""));
  }
}
