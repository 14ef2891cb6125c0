package org.espalier.nas.controller.bayesian;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.encoding.DecisionCoordinates;
import org.espalier.nas.controller.encoding.Dimension;
import org.espalier.nas.controller.encoding.Encoding;

/** Neighbours of an architecture, by the space's own mutation or by a step along some decisions. */
final class LocalCandidates {
  private static final double OWN_MUTATION = 0.25;

  private final SearchSpace space;
  private final Encoding encoding;

  LocalCandidates(SearchSpace space, Encoding encoding) {
    this.space = space;
    this.encoding = encoding;
  }

  /**
   * Draws a neighbour.
   *
   * @param from the architecture to step away from
   * @param distance the standard deviation of a step along a number, as a share of its range
   * @param random the source of randomness
   */
  Architecture step(Architecture from, double distance, RandomGenerator random) {
    if (random.nextDouble() < OWN_MUTATION) {
      return space.mutate(from, random);
    }
    double[] point = encoding.encode(from);
    int[] active =
        IntStream.range(0, point.length)
            .filter(i -> !DecisionCoordinates.isInactive(point[i]))
            .toArray();
    int chosen = active[random.nextInt(active.length)];
    boolean alone = random.nextBoolean();
    for (int axis : active) {
      if (axis == chosen || (!alone && !encoding.axes().get(axis).unordered())) {
        point[axis] = stepped(encoding.axes().get(axis), point[axis], distance, random);
      }
    }
    return encoding.decode(point, random);
  }

  private static double stepped(
      Dimension axis, double coordinate, double distance, RandomGenerator random) {
    long values = axis.values();
    if (values == 1) {
      return coordinate;
    }
    if (axis.unordered()) {
      return (coordinate + 1 + random.nextLong(values - 1)) % values;
    }
    double step = distance * random.nextGaussian();
    double least = 1.0 / (values - 1);
    double far = Math.abs(step) < least ? Math.copySign(least, step) : step;
    return Math.max(0, Math.min(1, coordinate + far));
  }
}
