package org.espalier.nas.controller.bayesian.forest;

import java.util.Arrays;
import java.util.BitSet;
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
  private final int[][] ranks;

  TreeGrower(List<Dimension> axes, double[][] points, double[] targets, RandomGenerator random) {
    this.axes = axes;
    this.points = points;
    this.targets = targets;
    this.random = random;
    this.ranks =
        IntStream.range(0, axes.size())
            .mapToObj(axis -> axes.get(axis).unordered() ? new int[0] : ranks(axis))
            .toArray(int[][]::new);
  }

  /** Returns the place of each point in the order along an axis; equal numbers share one. */
  private int[] ranks(int axis) {
    double[] numbers =
        IntStream.range(0, points.length).mapToDouble(i -> number(i, axis)).toArray();
    double[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
    return Arrays.stream(numbers).mapToInt(x -> Arrays.binarySearch(sorted, x)).toArray();
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
    CompensatedSum sum = new CompensatedSum();
    for (int member : members) {
      sum.add(targets[member]);
    }
    double mean = sum.value() / members.length;
    CompensatedSum squares = new CompensatedSum();
    for (int member : members) {
      squares.add((targets[member] - mean) * (targets[member] - mean));
    }
    return new Node.Leaf(mean, squares.value() / members.length);
  }

  private int[] consideredAxes() {
    int[] considered = new int[axes.size()];
    for (int axis = 0; axis < considered.length; axis++) {
      considered[axis] = axis;
    }
    int left = considered.length;
    int wanted = (int) Math.ceil(AXES_CONSIDERED * left);
    while (left > wanted) {
      int removed = random.nextInt(left);
      System.arraycopy(considered, removed + 1, considered, removed, left - removed - 1);
      left--;
    }
    return Arrays.copyOf(considered, left);
  }

  private @Nullable Cut threshold(int axis, int[] members) {
    int[] sorted = sorted(axis, members);
    Halves halves = new Halves(sorted);
    double gain = Double.NEGATIVE_INFINITY;
    int place = -1;
    for (int i = 0; i + 1 < sorted.length; i++) {
      halves.move(sorted[i]);
      if (number(sorted[i], axis) < number(sorted[i + 1], axis) && halves.gain() > gain) {
        gain = halves.gain();
        place = i;
      }
    }
    if (place < 0) {
      return null;
    }
    double below = Math.max(0, number(sorted[place], axis));
    double above = number(sorted[place + 1], axis);
    boolean activity = number(sorted[place], axis) < 0;
    double threshold = activity ? -1 : below + (above - below) * random.nextDouble();
    return new Cut(new Node.AtMost(axis, threshold), gain);
  }

  /** Returns the members in the order along an axis, equal ones in the order given. */
  private int[] sorted(int axis, int... members) {
    long[] keys = new long[members.length];
    for (int i = 0; i < members.length; i++) {
      keys[i] = (long) ranks[axis][members[i]] << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      sorted[i] = members[(int) keys[i]];
    }
    return sorted;
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
    int[] present = byMean(sums, counts);
    Halves halves = new Halves(members);
    double gain = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (int i = 0; i + 1 < present.length; i++) {
      halves.move(sums[present[i]], counts[present[i]]);
      if (halves.gain() > gain) {
        gain = halves.gain();
        place = i + 1;
      }
    }
    return place == 0 ? null : new Cut(oneOf(axis, Arrays.copyOf(present, place), counts), gain);
  }

  /** Returns the options that were observed, those of the lowest mean first. */
  private static int[] byMean(double[] sums, int... counts) {
    int[] present = new int[counts.length];
    int size = 0;
    for (int category = 0; category < counts.length; category++) {
      if (counts[category] > 0) {
        double mean = sums[category] / counts[category];
        int place = size++;
        while (place > 0
            && Double.compare(sums[present[place - 1]] / counts[present[place - 1]], mean) > 0) {
          present[place] = present[place - 1];
          place--;
        }
        present[place] = category;
      }
    }
    return Arrays.copyOf(present, size);
  }

  /**
   * Returns the question for the chosen options; options without observations go to a random side.
   */
  private OneOf oneOf(int axis, int[] chosen, int... counts) {
    BitSet options = new BitSet(counts.length);
    for (int option : chosen) {
      options.set(option);
    }
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
      CompensatedSum sum = new CompensatedSum();
      for (int member : all) {
        sum.add(targets[member]);
      }
      right = sum.value();
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
