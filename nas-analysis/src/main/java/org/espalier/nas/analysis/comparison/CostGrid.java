package org.espalier.nas.analysis.comparison;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.espalier.nas.analysis.statistics.NiceNumber;

/** The costs of the points of curves: about {@value #MOST} equal steps for one problem. */
final class CostGrid {

  private static final int MOST = 200;

  private final double step;

  private CostGrid(double step) {
    this.step = step;
  }

  /** Returns the grid of a problem; integer steps if all incumbents have integer costs. */
  static CostGrid of(ProblemSearches searches) {
    double horizon = searches.horizon();
    if (horizon == 0) {
      return new CostGrid(0);
    }
    double step = NiceNumber.ceiling(horizon / MOST);
    boolean whole = searches.all().map(ScoredSearch::trajectory).allMatch(Trajectory::isWhole);
    return new CostGrid(whole ? Math.max(1, step) : step);
  }

  /**
   * Returns the costs from {@code start} to {@code end}, both included.
   *
   * @param start at most {@code end}
   */
  double[] between(double start, double end) {
    if (step == 0 || start >= end) {
      return new double[] {end};
    }
    long first = (long) Math.floor(start / step) + 1;
    long last = (long) Math.ceil(end / step) - 1;
    DoubleStream steps = LongStream.rangeClosed(first, last).mapToDouble(i -> i * step);
    return DoubleStream.concat(
            DoubleStream.concat(DoubleStream.of(start), steps), DoubleStream.of(end))
        .toArray();
  }
}
