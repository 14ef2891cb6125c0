package org.espalier.nas.engine.objective.scalarisation;

import java.util.List;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * Settings of a weighted sum.
 *
 * @param weights weight of each objective, in their order; a minimised one is subtracted
 */
public record WeightedSumSettings(
    @Description("Weight of each objective, in their order; a minimised one is subtracted.")
        @Range("[0, inf)")
        List<Double> weights) {

  /** Checks and copies. */
  public WeightedSumSettings {
    weights = List.copyOf(weights);
    SettingRanges.check(WeightedSumSettings.class, weights);
  }
}
