package org.espalier.nas.engine.objective.scalarisation;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * Settings of MnasNet's reward.
 *
 * @param quality name of the objective that is maximised, or {@code auto}: the first such
 * @param cost name of the objective that is minimised, or {@code auto}: the first such
 * @param target cost that is aimed at, positive
 * @param alpha exponent up to the target
 * @param beta exponent above the target
 */
public record MnasNetSettings(
    @Default("auto") @Description("Objective to maximise; auto: the first maximised one.")
        String quality,
    @Default("auto") @Description("Objective to keep low; auto: the first minimised one.")
        String cost,
    @Description("Cost that is aimed at, in the unit of its objective.") @Range("(0, inf)")
        double target,
    @Default("-0.07")
        @Description("Exponent of cost/target up to the target: -0.07 soft, 0 hard.")
        @Range("(-inf, 0]")
        double alpha,
    @Default("-0.07")
        @Description("Exponent of cost/target above the target: -0.07 soft, -1 hard.")
        @Range("(-inf, 0]")
        double beta) {

  /** Checks the numbers. */
  public MnasNetSettings {
    SettingRanges.check(MnasNetSettings.class, quality, cost, target, alpha, beta);
  }
}
