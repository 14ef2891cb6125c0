package org.espalier.nas.controller.tpe;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.controller.density.KernelRule;
import org.espalier.nas.controller.density.ParzenRule;

/**
 * The settings of the tree-structured Parzen estimator.
 *
 * @param startupTrials number of results that random search collects first
 * @param candidates number of architectures drawn, of which the most promising is proposed
 * @param goodShare share of the results that counts as good
 * @param maxGood maximum number of results that count as good
 * @param priorWeight weight of the prior, in results
 * @param multivariate true to model decisions together, false to model each separately
 * @param magicClip true if a kernel is never narrower than the range divided by the number of
 *     results, or by 100
 * @param considerEndpoints true if the ends of a range count as neighbours of the outermost results
 * @param constantLiar true if running trials count as bad
 * @param batch number of trials to keep outstanding at once
 */
public record TpeSettings(
    @Default("10")
        @Description("Results that random search collects before the model is used.")
        @Range("[1, inf)")
        int startupTrials,
    @Default("24")
        @Description("Architectures drawn, of which the most promising is proposed.")
        @Range("[1, inf)")
        int candidates,
    @Default("0.1") @Description("Share of results that counts as good.") @Range("(0, 1]")
        double goodShare,
    @Default("25") @Description("Maximum number of results that count as good.") @Range("[1, inf)")
        int maxGood,
    @Default("1") @Description("Weight of the uniform prior, in results.") @Range("(0, inf)")
        double priorWeight,
    @Default("true") @Description("Model decisions together instead of each separately.")
        boolean multivariate,
    @Default("true") @Description("Bound the width of kernels from below.") boolean magicClip,
    @Default("false") @Description("Count the ends of a range as neighbours.")
        boolean considerEndpoints,
    @Default("true") @Description("Count running trials as bad.") boolean constantLiar,
    @Default("1") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Checks the ranges. */
  public TpeSettings {
    SettingRanges.check(
        TpeSettings.class,
        startupTrials,
        candidates,
        goodShare,
        maxGood,
        priorWeight,
        multivariate,
        magicClip,
        considerEndpoints,
        constantLiar,
        batch);
  }

  /** Returns the rule for the width of kernels. */
  KernelRule rule() {
    return new ParzenRule(priorWeight, magicClip, considerEndpoints, 1);
  }

  /** Returns the number of good results: min(⌈share · results⌉, most). */
  int good(int results) {
    return (int) Math.min(Math.ceil(goodShare * results), maxGood);
  }
}
