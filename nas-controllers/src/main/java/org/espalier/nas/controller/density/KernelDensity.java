package org.espalier.nas.controller.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An estimator of densities from observed architectures, with a kernel for each, and a prior.
 *
 * <p>A decision that an architecture was not asked takes the prior's factor, so that the estimate
 * is a distribution over the whole space, whatever the conditions between decisions.
 *
 * @param axes the axes of the space
 * @param rule the rule for the width of kernels
 * @param priorWeight weight of the prior, in observations, not negative
 */
public record KernelDensity(DensityAxes axes, KernelRule rule, double priorWeight) {

  /**
   * Estimates the density of whole architectures, in which decisions depend on each other as in the
   * observations.
   *
   * @param observed coordinates of architectures; may be empty if the prior has a weight
   * @param weights one for each
   */
  public KernelMixture joint(List<double[]> observed, double... weights) {
    int[] sizes = observed.stream().mapToInt(KernelDensity::size).toArray();
    List<List<Marginal>> factors = new ArrayList<>();
    observed.forEach(one -> factors.add(new ArrayList<>()));
    List<Marginal> priors = new ArrayList<>();
    for (int place = 0; place < axes.size(); place++) {
      Marginal prior = rule.prior(axes.at(place));
      priors.add(prior);
      List<Marginal> column = column(place, observed, sizes, prior);
      IntStream.range(0, column.size()).forEach(i -> factors.get(i).add(column.get(i)));
    }
    List<Kernel> kernels = new ArrayList<>();
    factors.forEach(row -> kernels.add(row::get));
    return mixture(kernels, priors::get, weights);
  }

  /** Returns one factor for each observation, the prior where the decision was not asked. */
  private List<Marginal> column(int place, List<double[]> observed, int[] sizes, Marginal prior) {
    int[] rows =
        IntStream.range(0, observed.size())
            .filter(row -> !Double.isNaN(observed.get(row)[place]))
            .toArray();
    List<Marginal> asked = kernels(place, observed, rows, sizes);
    List<Marginal> column = new ArrayList<>();
    observed.forEach(one -> column.add(prior));
    IntStream.range(0, rows.length).forEach(i -> column.set(rows[i], asked.get(i)));
    return column;
  }

  private List<Marginal> kernels(int place, List<double[]> observed, int[] rows, int... sizes) {
    double[] values = Arrays.stream(rows).mapToDouble(row -> observed.get(row)[place]).toArray();
    int[] dimensions = Arrays.stream(rows).map(row -> sizes[row]).toArray();
    return rule.kernels(axes.at(place), values, dimensions);
  }

  /**
   * Estimates the density of the answers to one decision, from the architectures in which it was
   * asked.
   *
   * @param place index of the decision
   * @param observed coordinates of architectures
   * @param weights one for each
   */
  public KernelMixture single(int place, List<double[]> observed, double... weights) {
    int[] rows =
        IntStream.range(0, observed.size())
            .filter(row -> !Double.isNaN(observed.get(row)[place]))
            .toArray();
    int[] sizes = new int[observed.size()];
    Arrays.fill(sizes, 1);
    List<Kernel> kernels = new ArrayList<>();
    kernels(place, observed, rows, sizes).forEach(factor -> kernels.add(anywhere -> factor));
    Marginal prior = rule.prior(axes.at(place));
    return mixture(
        kernels, anywhere -> prior, Arrays.stream(rows).mapToDouble(row -> weights[row]).toArray());
  }

  private KernelMixture mixture(List<Kernel> kernels, Kernel prior, double... weights) {
    if (priorWeight == 0) {
      return new KernelMixture(kernels, weights);
    }
    List<Kernel> all = new ArrayList<>(kernels);
    all.add(prior);
    double[] withPrior = Arrays.copyOf(weights, weights.length + 1);
    withPrior[weights.length] = priorWeight;
    return new KernelMixture(all, withPrior);
  }

  private static int size(double... coordinates) {
    return (int) Arrays.stream(coordinates).filter(value -> !Double.isNaN(value)).count();
  }
}
