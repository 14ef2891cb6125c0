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
 * @param startupTrials how many results random search collects first
 * @param candidates of how many architectures the most promising is proposed
 * @param goodShare which share of the results counts as good
 * @param maxGood how many count as good at most
 * @param priorWeight how many results the prior counts as
 * @param multivariate whether decisions are modelled together instead of each by itself
 * @param magicClip whether a kernel is never narrower than the range divided by the number of
 *     results, or by 100
 * @param considerEndpoints whether the ends of a range count as neighbours of the outermost results
 * @param constantLiar whether trials that still run count as bad
 * @param batch how many trials should be outstanding at once
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
    @Default("0.1") @Description("The share of results that counts as good.") @Range("(0, 1]")
        double goodShare,
    @Default("25")
        @Description("The largest number of results that count as good.")
        @Range("[1, inf)")
        int maxGood,
    @Default("1")
        @Description("How many results the prior, all answers alike, counts as.")
        @Range("(0, inf)")
        double priorWeight,
    @Default("true")
        @Description("Whether decisions are modelled together instead of each by itself.")
        boolean multivariate,
    @Default("true") @Description("Whether the width of kernels is bounded from below.")
        boolean magicClip,
    @Default("false") @Description("Whether the ends of a range count as neighbours.")
        boolean considerEndpoints,
    @Default("true") @Description("Whether trials that still run count as bad.")
        boolean constantLiar,
    @Default("1") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
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

  /** How wide kernels are. */
  KernelRule rule() {
    return new ParzenRule(priorWeight, magicClip, considerEndpoints, 1);
  }

  /** How many of so many results are good: min(⌈share · results⌉, most). */
  int good(int results) {
    return (int) Math.min(Math.ceil(goodShare * results), maxGood);
  }
}
