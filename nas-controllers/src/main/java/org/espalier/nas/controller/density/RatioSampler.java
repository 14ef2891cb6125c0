package org.espalier.nas.controller.density;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;

/**
 * A sampler that draws several architectures from one density and takes the one with the largest
 * l/g, where l is the density of the good and g that of the others (Bergstra et al. 2011, eq. 2 and
 * 3, over whole architectures).
 *
 * <p>A space of few architectures is drawn from many times until something new appears, so the
 * ratio of each is computed once.
 */
public final class RatioSampler {
  private final DensityAxes axes;
  private final KernelMixture source;
  private final KernelMixture good;
  private final KernelMixture others;
  private final int candidates;
  private final Map<Architecture, Double> ratios = new HashMap<>();

  /**
   * Creates the sampler.
   *
   * @param axes the axes of the space
   * @param source the density to draw from: that of the good, or a wider one
   * @param good l
   * @param others g
   * @param candidates number of architectures to draw, positive
   */
  public RatioSampler(
      DensityAxes axes,
      KernelMixture source,
      KernelMixture good,
      KernelMixture others,
      int candidates) {
    this.axes = axes;
    this.source = source;
    this.good = good;
    this.others = others;
    this.candidates = candidates;
  }

  /** Draws an architecture; of equal ratios the first counts. */
  public Architecture draw(RandomGenerator random) {
    PlacedArchitecture best = candidate(random);
    double highest = ratio(best);
    for (int drawn = 1; drawn < candidates; drawn++) {
      PlacedArchitecture candidate = candidate(random);
      double ratio = ratio(candidate);
      if (ratio > highest) {
        best = candidate;
        highest = ratio;
      }
    }
    return best.architecture();
  }

  private PlacedArchitecture candidate(RandomGenerator random) {
    Kernel kernel = source.draw(random);
    return axes.walk(question -> kernel.at(question.place()).draw(question.decision(), random));
  }

  /** Returns log(l/g). */
  private double ratio(PlacedArchitecture candidate) {
    return ratios.computeIfAbsent(
        candidate.architecture(),
        first -> good.logDensity(candidate.answers()) - others.logDensity(candidate.answers()));
  }
}
