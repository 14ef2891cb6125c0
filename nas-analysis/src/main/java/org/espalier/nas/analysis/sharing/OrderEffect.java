package org.espalier.nas.analysis.sharing;

import org.espalier.nas.analysis.comparison.Estimate;

/**
 * The effect of a trial's number on its shared score beyond the quality of its architecture.
 *
 * <p>The slope takes the stand-alone score for the quality, so a controller that proposes better
 * architectures later does not count as an order effect.
 *
 * @param slope change of shared score minus stand-alone score in {@value #TRIALS} trials (Theil and
 *     Sen)
 * @param intercept the difference that the line has at trial 0
 * @param partial Spearman's correlation of shared score and trial number with the stand-alone score
 *     held fixed
 */
public record OrderEffect(Estimate slope, double intercept, Estimate partial) {

  /** Number of trials over which the slope is given. */
  public static final int TRIALS = 100;

  /** Returns the difference that the line has at a trial. */
  public double at(double number) {
    return intercept + slope.value() * number / TRIALS;
  }
}
