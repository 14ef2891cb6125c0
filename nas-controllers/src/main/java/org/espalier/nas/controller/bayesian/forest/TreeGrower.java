package org.espalier.nas.controller.bayesian.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.controller.bayesian.forest.Node.OneOf;
import org.espalier.nas.controller.encoding.DecisionCoordinates;
import org.espalier.nas.controller.encoding.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Algorithm that grows one regression tree by the greatest reduction of the squared error (Breiman
 * et al. 1984).
 *
 * <p>Options without order are sorted by the mean of their targets, so that some prefix is the best
 * subset (Fisher 1958). A threshold is drawn between the two numbers that it separates, so that
 * trees differ where nothing was observed (Hutter et al. 2014, section 4.3.2).
 */
final class TreeGrower {
  private static final double AXES_CONSIDERED = 5.0 / 6;
  private static final int SMALLEST_SPLIT = 3;

  private final List<Dimension> axes;
  private final double[][] points;
  private final double[] targets;
  private final RandomGenerator random;

  TreeGrower(List<Dimension> axes, double[][] points, double[] targets, RandomGenerator random) {
    this.axes = axes;
    this.points = points;
    this.targets = targets;
    this.random = random;
  }

  /** A way to split observations, and the reduction of the squared error. */
  private record Cut(Node.Question question, double gain) {}

  /**
   * Returns a tree.
   *
   * @param members numbers of the observations, at least one; one may be there more than once
   */
  Node grow(int[] members) {
    Node.Leaf leaf = leaf(members);
    if (members.length < SMALLEST_SPLIT || leaf.variance() == 0) {
      return leaf;
    }
    Cut best = null;
    for (int axis : consideredAxes()) {
      Cut cut = axes.get(axis).unordered() ? subset(axis, members) : threshold(axis, members);
      if (cut != null && (best == null || cut.gain() > best.gain())) {
        best = cut;
      }
    }
    if (best == null) {
      return leaf;
    }
    Node.Question question = best.question();
    int[] yes = new int[members.length];
    int[] no = new int[members.length];
    int admitted = 0;
    int refused = 0;
    for (int member : members) {
      if (question.admits(points[member])) {
        yes[admitted++] = member;
      } else {
        no[refused++] = member;
      }
    }
    return new Node.Split(
        question, grow(Arrays.copyOf(yes, admitted)), grow(Arrays.copyOf(no, refused)));
  }

  private Node.Leaf leaf(int[] members) {
    double mean = Arrays.stream(members).mapToDouble(i -> targets[i]).average().orElseThrow();
    double variance =
        Arrays.stream(members)
            .mapToDouble(i -> (targets[i] - mean) * (targets[i] - mean))
            .average()
            .orElseThrow();
    return new Node.Leaf(mean, variance);
  }

  private List<Integer> consideredAxes() {
    List<Integer> all = new ArrayList<>(IntStream.range(0, axes.size()).boxed().toList());
    int wanted = (int) Math.ceil(AXES_CONSIDERED * all.size());
    while (all.size() > wanted) {
      all.remove(random.nextInt(all.size()));
    }
    return all;
  }

  private @Nullable Cut threshold(int axis, int[] members) {
    double[] numbers = new double[members.length];
    Integer[] order = new Integer[members.length];
    for (int i = 0; i < members.length; i++) {
      numbers[i] = number(members[i], axis);
      order[i] = i;
    }
    // Stable, unlike a sort of the numbers.
    Arrays.sort(order, (one, other) -> Double.compare(numbers[one], numbers[other]));
    int[] sorted = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      sorted[i] = members[order[i]];
    }
    Halves halves = new Halves(sorted);
    double gain = Double.NEGATIVE_INFINITY;
    int place = -1;
    for (int i = 0; i + 1 < sorted.length; i++) {
      halves.move(sorted[i]);
      boolean parts = numbers[order[i]] < numbers[order[i + 1]];
      if (parts && halves.gain() > gain) {
        gain = halves.gain();
        place = i;
      }
    }
    if (place < 0) {
      return null;
    }
    double below = Math.max(0, numbers[order[place]]);
    double above = numbers[order[place + 1]];
    boolean activity = numbers[order[place]] < 0;
    double threshold = activity ? -1 : below + (above - below) * random.nextDouble();
    return new Cut(new Node.AtMost(axis, threshold), gain);
  }

  /** Returns a coordinate as a number; an inactive one is below all numbers. */
  private double number(int member, int axis) {
    double coordinate = points[member][axis];
    return DecisionCoordinates.isInactive(coordinate) ? -1 : coordinate;
  }

  private @Nullable Cut subset(int axis, int[] members) {
    int categories = 1 + (int) axes.get(axis).values();
    double[] sums = new double[categories];
    int[] counts = new int[categories];
    for (int i : members) {
      int category = OneOf.category(points[i][axis]);
      sums[category] += targets[i];
      counts[category]++;
    }
    List<Integer> present =
        IntStream.range(0, categories)
            .filter(category -> counts[category] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble(category -> sums[category] / counts[category]))
            .toList();
    Halves halves = new Halves(members);
    double gain = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (int i = 0; i + 1 < present.size(); i++) {
      halves.move(sums[present.get(i)], counts[present.get(i)]);
      if (halves.gain() > gain) {
        gain = halves.gain();
        place = i + 1;
      }
    }
    return place == 0 ? null : new Cut(oneOf(axis, present.subList(0, place), counts), gain);
  }

  /**
   * Returns the question for the chosen options; options without observations go to a random side.
   */
  private OneOf oneOf(int axis, List<Integer> chosen, int... counts) {
    BitSet options = new BitSet();
    chosen.forEach(options::set);
    for (int category = 0; category < counts.length; category++) {
      if (counts[category] == 0 && random.nextBoolean()) {
        options.set(category);
      }
    }
    return new OneOf(axis, options);
  }

  /** Sums of the targets on both sides of a moving cut. */
  private final class Halves {
    private double left;
    private int leftCount;
    private double right;
    private int rightCount;

    Halves(int[] all) {
      right = Arrays.stream(all).mapToDouble(i -> targets[i]).sum();
      rightCount = all.length;
    }

    void move(int member) {
      move(targets[member], 1);
    }

    void move(double sum, int count) {
      left += sum;
      right -= sum;
      leftCount += count;
      rightCount -= count;
    }

    /** Returns the reduction of the squared error, up to a constant. */
    double gain() {
      return left * left / leftCount + right * right / rightCount;
    }
  }
}
