package org.espalier.nas.controller.bayesian.forest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Surrogate;
import org.espalier.nas.controller.encoding.Dimension;

/** Surrogate that fits random forests, each from scratch. */
public final class RandomForestSurrogate implements Surrogate {
  private final List<Dimension> axes;
  private final int trees;

  /**
   * Creates the surrogate.
   *
   * @param axes the dimensions of the encoded architectures
   * @param trees number of trees of a forest
   */
  public RandomForestSurrogate(List<Dimension> axes, int trees) {
    this.axes = List.copyOf(axes);
    this.trees = trees;
  }

  @Override
  public Model fit(double[][] points, double[] targets, RandomGenerator random) {
    return RandomForest.grow(axes, points, targets, trees, random.nextLong());
  }

  @Override
  public Map<String, Double> diagnostics() {
    return Map.of();
  }

  @Override
  public void write(DataOutputStream out) {}

  @Override
  public void read(DataInputStream in) {}
}
