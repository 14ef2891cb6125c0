package org.espalier.nas.engine.objective.scalarisation;

import java.util.List;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * Settings of the augmented Chebyshev scalarisation.
 *
 * @param weights weight of each objective, in their order
 * @param ideal value of each objective that cannot be surpassed, in their order
 * @param augmentation weight of the sum of all distances
 */
public record ChebyshevSettings(
    @Description("Weight of each objective, in their order.") @Range("[0, inf)")
        List<Double> weights,
    @Description("Value of each objective that cannot be surpassed, in their order.")
        @Range("(-inf, inf)")
        List<Double> ideal,
    @Default("0.05") @Description("Weight of the sum of all distances.") @Range("[0, inf)")
        double augmentation) {

  /** Checks and copies. */
  public ChebyshevSettings {
    weights = List.copyOf(weights);
    ideal = List.copyOf(ideal);
    SettingRanges.check(ChebyshevSettings.class, weights, ideal, augmentation);
  }
}
