package org.espalier.nas.engine.objective.scalarisation;

import jakarta.inject.Inject;
import java.util.List;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Description;

/**
 * Minus the augmented Chebyshev distance from an ideal point: max<sub>i</sub> w<sub>i</sub>
 * d<sub>i</sub> + ρ Σ w<sub>i</sub> d<sub>i</sub> (Steuer and Choo 1983). Unlike a weighted sum, it
 * has every point of a front as an optimum for some weights.
 */
@Description("Minus the augmented Chebyshev distance from an ideal point.")
public final class Chebyshev implements Scalarisation {
  private final ChebyshevSettings settings;
  private final Objectives objectives;

  /**
   * Creates the scalarisation.
   *
   * @throws org.espalier.nas.api.InvalidSettingException unless there are a weight and an ideal
   *     value for each objective
   */
  @Inject
  public Chebyshev(ChebyshevSettings settings, Objectives objectives) {
    ObjectiveIndex.requireEach("weights", settings.weights(), objectives);
    ObjectiveIndex.requireEach("ideal", settings.ideal(), objectives);
    this.settings = settings;
    this.objectives = objectives;
  }

  @Override
  public double of(List<Double> values) {
    double largest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      Objective objective = objectives.list().get(i);
      double distance =
          settings.weights().get(i)
              * (objective.loss(values.get(i)) - objective.loss(settings.ideal().get(i)));
      largest = Math.max(largest, distance);
      sum += distance;
    }
    return -(largest + settings.augmentation() * sum);
  }

  @Override
  public String description() {
    return "minus the Chebyshev distance from %s with the weights %s"
        .formatted(settings.ideal(), settings.weights());
  }
}
