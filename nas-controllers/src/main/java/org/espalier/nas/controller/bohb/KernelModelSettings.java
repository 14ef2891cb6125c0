package org.espalier.nas.controller.bohb;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.controller.density.KernelRule;
import org.espalier.nas.controller.density.ParzenRule;

/**
 * The settings of BOHB's model.
 *
 * <p>The authors draw from kernels by the normal reference rule, three times as wide, without a
 * prior. That was no better than random search where good results lie in several places or depend
 * on options. Kernels of the good results that reach to their neighbours were better on each of the
 * problems measured. Kernels of the other results are wider: narrow ones leave holes between the
 * results, and any architecture in a hole looks promising.
 *
 * @param randomFraction share of the architectures that is drawn at random at first
 * @param leastRandomFraction share to which {@code randomFraction} falls, in inverse proportion to
 *     the number of results
 * @param steadyResults number of results with the most epochs after which {@code randomFraction}
 *     begins to fall
 * @param goodShare share of the results that counts as good
 * @param samples number of architectures drawn, of which the most promising is taken
 * @param minPoints N_min, minimum number of good results and of others; 0 for the number of
 *     decisions + 1
 * @param priorWeight weight of the prior on either side, in results
 * @param bandwidth width of the kernels of good results, for numbers
 * @param otherBandwidth width of the kernels of other results
 * @param bandwidthFactor factor by which kernels of numbers are widened for drawing
 * @param minBandwidth minimum bandwidth, as a share of a range
 */
public record KernelModelSettings(
    @Default("0.3333")
        @Description("Share of architectures that are drawn at random at first.")
        @Range("[0, 1]")
        double randomFraction,
    @Default("0.1")
        @Description("Share that is drawn at random in the end; not above randomFraction.")
        @Range("[0, 1]")
        double leastRandomFraction,
    @Default("10")
        @Description("Results with the most epochs after which the random share falls.")
        @Range("[1, inf)")
        int steadyResults,
    @Default("0.15") @Description("Share of results that counts as good.") @Range("(0, 1)")
        double goodShare,
    @Default("64")
        @Description("Architectures drawn, of which the most promising is taken.")
        @Range("[1, inf)")
        int samples,
    @Default("0")
        @Description("Minimum results on either side; 0 for the number of decisions + 1.")
        @Range("[0, inf)")
        int minPoints,
    @Default("1")
        @Description("Weight of the uniform prior, in results; 0 for none.")
        @Range("[0, inf)")
        double priorWeight,
    @Default("neighbours")
        @Description("Width of kernels of good results: neighbours, scott or normal-reference.")
        Bandwidth bandwidth,
    @Default("scott")
        @Description("Width of kernels of other results: neighbours, scott or normal-reference.")
        Bandwidth otherBandwidth,
    @Default("1")
        @Description("Factor by which kernels of numbers are widened for drawing.")
        @Range("[1, inf)")
        double bandwidthFactor,
    @Default("0.001") @Description("Minimum bandwidth, as a share of a range.") @Range("(0, 1]")
        double minBandwidth) {

  /** Rules for the width of kernels of numbers. */
  public enum Bandwidth {
    /** From a result to the farther of its two neighbours, as in TPE. */
    NEIGHBOURS,
    /** By the number of results and decisions, as in Optuna's multivariate TPE. */
    SCOTT,
    /** By the spread of all results, as in the authors' implementation. */
    NORMAL_REFERENCE
  }

  /** Checks the ranges. */
  public KernelModelSettings {
    Objects.requireNonNull(bandwidth);
    Objects.requireNonNull(otherBandwidth);
    SettingRanges.check(
        KernelModelSettings.class,
        randomFraction,
        leastRandomFraction,
        steadyResults,
        goodShare,
        samples,
        minPoints,
        priorWeight,
        bandwidth,
        otherBandwidth,
        bandwidthFactor,
        minBandwidth);
  }

  /** Returns the rule for kernels of good results, those of numbers widened by a factor. */
  KernelRule good(double wider) {
    return rule(bandwidth, wider);
  }

  /** Returns the rule for kernels of the other results. */
  KernelRule others() {
    return rule(otherBandwidth, 1);
  }

  private KernelRule rule(Bandwidth width, double wider) {
    ParzenRule neighbours = new ParzenRule(priorWeight, true, false, wider);
    return switch (width) {
      case NEIGHBOURS -> neighbours;
      case SCOTT -> new ScottRule(neighbours, wider);
      case NORMAL_REFERENCE -> new NormalReferenceRule(wider, minBandwidth);
    };
  }

  /**
   * Returns the share that is drawn at random, which falls like 1/n as in ε<sub>n</sub>-greedy
   * (Auer, Cesa-Bianchi &amp; Fischer 2002).
   *
   * @param results number of results with the most epochs so far
   */
  double random(int results) {
    double falling = randomFraction * steadyResults / Math.max(steadyResults, results);
    return Math.max(Math.min(randomFraction, leastRandomFraction), falling);
  }

  /** Returns N_min in a space of {@code decisions} decisions. */
  int fewest(int decisions) {
    return minPoints == 0 ? decisions + 1 : minPoints;
  }
}
