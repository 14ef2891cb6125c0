package org.espalier.nas.controller.bayesian.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.encoding.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * A regression forest (Breiman 2001) that predicts with a variance: the variance of the trees'
 * means plus the mean of the leaves' variances (Hutter et al. 2014, section 4.3.2).
 *
 * <p>The trees grow at the first question, as that of a forest {@link #given} more is often the
 * first: not for use by several threads.
 */
public final class RandomForest implements Model {
  private static final double SMALLEST_VARIANCE = 1e-8;

  private final List<Dimension> axes;
  private final double[][] points;
  private final double[] targets;
  private final int size;
  private final long seed;
  private @Nullable List<Node> trees;

  private RandomForest(
      List<Dimension> axes, double[][] points, double[] targets, int size, long seed) {
    this.axes = axes;
    this.points = points;
    this.targets = targets;
    this.size = size;
    this.seed = seed;
  }

  /**
   * Returns a forest, each tree of which grows on a bootstrap sample, once it is asked.
   *
   * @param axes the dimensions of the encoded architectures
   * @param points encoded architectures, at least one
   * @param targets one for each point
   * @param trees number of trees
   * @param seed the seed of the samples and the splits
   */
  public static RandomForest grow(
      List<Dimension> axes, double[][] points, double[] targets, int trees, long seed) {
    return new RandomForest(axes, points, targets, trees, seed);
  }

  private List<Node> trees() {
    List<Node> grown = trees;
    if (grown == null) {
      grown = grown();
      trees = grown;
    }
    return grown;
  }

  private List<Node> grown() {
    RandomGenerator random = new SplittableRandom(seed);
    TreeGrower grower = new TreeGrower(axes, points, targets, random);
    List<Node> grown = new ArrayList<>();
    while (grown.size() < size) {
      grown.add(
          grower.grow(
              IntStream.range(0, points.length).map(i -> random.nextInt(points.length)).toArray()));
    }
    return grown;
  }

  @Override
  public Prediction predict(double[] point) {
    double sum = 0;
    double squares = 0;
    double within = 0;
    for (Node tree : trees()) {
      Node.Leaf leaf = tree.leaf(point);
      sum += leaf.mean();
      squares += leaf.mean() * leaf.mean();
      within += leaf.variance();
    }
    double mean = sum / size;
    double variance = squares / size - mean * mean + within / size;
    return new Prediction(mean, Math.sqrt(Math.max(variance, SMALLEST_VARIANCE)));
  }

  @Override
  public double incumbent() {
    return Arrays.stream(points).mapToDouble(point -> predict(point).mean()).max().orElseThrow();
  }

  @Override
  public RandomForest given(double[] point, double target) {
    double[][] morePoints = Arrays.copyOf(points, points.length + 1);
    double[] moreTargets = Arrays.copyOf(targets, targets.length + 1);
    morePoints[points.length] = point.clone();
    moreTargets[targets.length] = target;
    return grow(axes, morePoints, moreTargets, size, seed);
  }
}
