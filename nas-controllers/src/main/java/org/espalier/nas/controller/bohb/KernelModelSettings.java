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
 * on options; kernels of the good that reach to their neighbours were, on each of the problems
 * measured. Those of the others are wider: as narrow ones leave holes between the results, and what
 * falls into a hole looked promising wherever it was.
 *
 * @param randomFraction which share of the architectures is drawn at random at first
 * @param leastRandomFraction to which that share falls, in proportion to the number of results
 * @param steadyResults after how many results with the most epochs it begins to fall
 * @param goodShare which share of the results counts as good
 * @param samples of how many architectures the most promising is taken
 * @param minPoints N_min, how many results the good and the others are at least; 0 for one more
 *     than there are decisions
 * @param priorWeight how many results the prior counts as on either side
 * @param bandwidth how wide the good results' kernels of numbers are
 * @param otherBandwidth how wide the others' are
 * @param bandwidthFactor how much wider kernels of numbers are for drawing
 * @param minBandwidth the smallest bandwidth, as a share of a range
 */
public record KernelModelSettings(
    @Default("0.3333")
        @Description("The share of architectures that are drawn at random at first.")
        @Range("[0, 1]")
        double randomFraction,
    @Default("0.1")
        @Description("The share that are drawn at random in the end; not more than at first.")
        @Range("[0, 1]")
        double leastRandomFraction,
    @Default("10")
        @Description("Results with the most epochs after which the random share falls.")
        @Range("[1, inf)")
        int steadyResults,
    @Default("0.15") @Description("The share of results that counts as good.") @Range("(0, 1)")
        double goodShare,
    @Default("64")
        @Description("Architectures drawn, of which the most promising is taken.")
        @Range("[1, inf)")
        int samples,
    @Default("0")
        @Description("Fewest results on either side; 0 for the number of decisions + 1.")
        @Range("[0, inf)")
        int minPoints,
    @Default("1")
        @Description("How many results the prior, all answers alike, counts as; 0 for none.")
        @Range("[0, inf)")
        double priorWeight,
    @Default("neighbours")
        @Description("The width of the good's kernels: neighbours, scott or normal-reference.")
        Bandwidth bandwidth,
    @Default("scott")
        @Description("The width of the others' kernels: neighbours, scott or normal-reference.")
        Bandwidth otherBandwidth,
    @Default("1")
        @Description("How much wider kernels of numbers are for drawing.")
        @Range("[1, inf)")
        double bandwidthFactor,
    @Default("0.001") @Description("Smallest bandwidth, as a share of a range.") @Range("(0, 1]")
        double minBandwidth) {

  /** How wide the kernels of numbers are. */
  public enum Bandwidth {
    /** From a result to the farther of its two neighbours, as in TPE. */
    NEIGHBOURS,
    /** By the number of results and decisions, as in Optuna's multivariate TPE. */
    SCOTT,
    /** By the spread of all results, as the authors' implementation has it. */
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

  /** How wide kernels of good results are, those of numbers so many times. */
  KernelRule good(double wider) {
    return rule(bandwidth, wider);
  }

  /** How wide kernels of the other results are. */
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
   * The share that is drawn at random, like 1/n as in ε<sub>n</sub>-greedy (Auer, Cesa-Bianchi
   * &amp; Fischer 2002).
   *
   * @param results with the most epochs so far
   */
  double random(int results) {
    double falling = randomFraction * steadyResults / Math.max(steadyResults, results);
    return Math.max(Math.min(randomFraction, leastRandomFraction), falling);
  }

  /** N_min in a space of so many decisions. */
  int fewest(int decisions) {
    return minPoints == 0 ? decisions + 1 : minPoints;
  }
}
