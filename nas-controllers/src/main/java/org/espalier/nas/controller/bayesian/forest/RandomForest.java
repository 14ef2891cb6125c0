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

/**
 * A regression forest (Breiman 2001) that predicts with a variance: the variance of the trees'
 * means plus the mean of the leaves' variances (Hutter et al. 2014, section 4.3.2).
 */
public final class RandomForest implements Model {
  private static final double SMALLEST_VARIANCE = 1e-8;

  private final List<Dimension> axes;
  private final double[][] points;
  private final double[] targets;
  private final List<Node> trees;
  private final long seed;

  private RandomForest(
      List<Dimension> axes, double[][] points, double[] targets, List<Node> trees, long seed) {
    this.axes = axes;
    this.points = points;
    this.targets = targets;
    this.trees = trees;
    this.seed = seed;
  }

  /**
   * Grows a forest, each tree on a bootstrap sample.
   *
   * @param axes the dimensions of the encoded architectures
   * @param points encoded architectures, at least one
   * @param targets one for each point
   * @param trees number of trees
   * @param seed the seed of the samples and the splits
   */
  public static RandomForest grow(
      List<Dimension> axes, double[][] points, double[] targets, int trees, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    TreeGrower grower = new TreeGrower(axes, points, targets, random);
    List<Node> grown = new ArrayList<>();
    for (int tree = 0; tree < trees; tree++) {
      grown.add(
          grower.grow(
              IntStream.range(0, points.length).map(i -> random.nextInt(points.length)).toArray()));
    }
    return new RandomForest(axes, points, targets, grown, seed);
  }

  @Override
  public Prediction predict(double[] point) {
    double sum = 0;
    double squares = 0;
    double within = 0;
    for (Node tree : trees) {
      Node.Leaf leaf = tree.leaf(point);
      sum += leaf.mean();
      squares += leaf.mean() * leaf.mean();
      within += leaf.variance();
    }
    double mean = sum / trees.size();
    double variance = squares / trees.size() - mean * mean + within / trees.size();
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
    return grow(axes, morePoints, moreTargets, trees.size(), seed);
  }
}
