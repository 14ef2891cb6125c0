package org.espalier.nas.controller.density;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A weighted sum of kernels. */
public final class KernelMixture {
  private final List<Kernel> kernels;
  private final double[] shares;

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
  }

  /** Draws one of the kernels, each as likely as its weight says. */
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
   * The logarithm of the density of some answers.
   *
   * @param answers to different decisions
   */
  public double logDensity(List<Answer> answers) {
    double[] terms = new double[shares.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Math.log(shares[i]) + logDensity(kernels.get(i), answers);
    }
    double largest = Arrays.stream(terms).max().orElseThrow();
    return largest == Double.NEGATIVE_INFINITY
        ? largest
        : largest + Math.log(Arrays.stream(terms).map(term -> Math.exp(term - largest)).sum());
  }

  private static double logDensity(Kernel kernel, List<Answer> answers) {
    double sum = 0;
    for (Answer answer : answers) {
      sum += kernel.at(answer.place()).logDensity(answer);
    }
    return sum;
  }
}
