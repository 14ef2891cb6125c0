package org.espalier.nas.engine.objective.scalarisation;

import jakarta.inject.Inject;
import java.util.List;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.plugin.Description;

/**
 * MnasNet's reward: quality × (cost / target)<sup>w</sup>, in which w is α up to the target and β
 * above it (Tan et al. 2019, MnasNet, equations 2 and 3).
 */
@Description("MnasNet's reward: quality × (cost / target)^w.")
public final class MnasNetScalarisation implements Scalarisation {
  private final MnasNetSettings settings;
  private final Objectives objectives;
  private final int quality;
  private final int cost;

  /**
   * Creates the scalarisation.
   *
   * @throws org.espalier.nas.api.InvalidSettingException if an objective is missing
   */
  @Inject
  public MnasNetScalarisation(MnasNetSettings settings, Objectives objectives) {
    this.settings = settings;
    this.objectives = objectives;
    this.quality = ObjectiveIndex.of("quality", settings.quality(), Direction.MAXIMIZE, objectives);
    this.cost = ObjectiveIndex.of("cost", settings.cost(), Direction.MINIMIZE, objectives);
  }

  @Override
  public double of(List<Double> values) {
    double ratio = values.get(cost) / settings.target();
    return values.get(quality)
        * StrictMath.pow(ratio, ratio <= 1 ? settings.alpha() : settings.beta());
  }

  @Override
  public String description() {
    return "%s × (%s / %s)^w, w = %s up to the target, %s above it"
        .formatted(
            objectives.list().get(quality).name(),
            objectives.list().get(cost).title(),
            settings.target(),
            settings.alpha(),
            settings.beta());
  }
}
