package org.espalier.nas.engine.objective.scalarisation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Description;

/** The weighted sum of the objectives, from which minimised ones are subtracted. */
@Description("Weighted sum of the objectives; minimised ones are subtracted.")
public final class WeightedSum implements Scalarisation {
  private final WeightedSumSettings settings;
  private final Objectives objectives;

  /**
   * Creates the scalarisation.
   *
   * @throws org.espalier.nas.api.InvalidSettingException unless there is a weight for each
   *     objective
   */
  @Inject
  public WeightedSum(WeightedSumSettings settings, Objectives objectives) {
    ObjectiveIndex.requireEach("weights", settings.weights(), objectives);
    this.settings = settings;
    this.objectives = objectives;
  }

  @Override
  public double of(List<Double> values) {
    double sum = 0;
    for (int i = 0; i < values.size(); i++) {
      sum -= settings.weights().get(i) * objectives.list().get(i).loss(values.get(i));
    }
    return sum;
  }

  @Override
  public String description() {
    return IntStream.range(0, settings.weights().size())
        .mapToObj(i -> settings.weights().get(i) + " × " + objectives.list().get(i).title())
        .collect(Collectors.joining(", ", "weighted sum of ", ""));
  }
}
