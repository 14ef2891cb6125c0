package org.espalier.nas.controller.density;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A weighted sum of kernels. */
public final class KernelMixture {
  private final List<Kernel> kernels;
  private final double[] shares;
  private final double[] logShares;
  private final Map<PlacedChoice, double[]> known = new HashMap<>();

  /**
   * Creates the mixture.
   *
   * @param kernels at least one
   * @param weights one for each, not negative, with a positive sum
   */
  public KernelMixture(List<Kernel> kernels, double... weights) {
    this.kernels = List.copyOf(kernels);
    double total = Arrays.stream(weights).sum();
    this.shares = Arrays.stream(weights).map(weight -> weight / total).toArray();
    this.logShares = Arrays.stream(shares).map(StrictMath::log).toArray();
  }

  /** Draws one of the kernels, with a probability in proportion to its weight. */
  public Kernel draw(RandomGenerator random) {
    double left = random.nextDouble();
    for (int i = 0; i < shares.length; i++) {
      left -= shares[i];
      if (left < 0) {
        return kernels.get(i);
      }
    }
    return kernels.get(kernels.size() - 1);
  }

  /**
   * Returns the logarithm of the density of some answers.
   *
   * @param answers to different decisions
   */
  public double logDensity(List<PlacedChoice> answers) {
    double[][] factors = answers.stream().map(this::factors).toArray(double[][]::new);
    double[] terms = logShares.clone();
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < terms.length; i++) {
      double product = 0;
      for (double[] factor : factors) {
        product += factor[i];
      }
      terms[i] += product;
      largest = Math.max(largest, terms[i]);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    for (int i = 0; i < terms.length; i++) {
      terms[i] = StrictMath.exp(terms[i] - largest);
    }
    return largest + StrictMath.log(Arrays.stream(terms).sum());
  }

  /** Returns the logarithm of an answer's density under each kernel. */
  private double[] factors(PlacedChoice answer) {
    // Candidates share answers, except those from a continuum.
    return answer.asked().count().isPresent()
        ? known.computeIfAbsent(answer, this::densities)
        : densities(answer);
  }

  private double[] densities(PlacedChoice answer) {
    double[] densities = new double[kernels.size()];
    for (int i = 0; i < densities.length; i++) {
      densities[i] = kernels.get(i).at(answer.place()).logDensity(answer);
    }
    return densities;
  }
}
