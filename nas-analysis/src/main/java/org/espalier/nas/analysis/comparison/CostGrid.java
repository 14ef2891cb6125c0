package org.espalier.nas.analysis.comparison;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.espalier.nas.analysis.statistics.Rounding;

/** The costs at which curves have points: about {@value #MOST} equal steps for one problem. */
final class CostGrid {

  private static final int MOST = 200;

  private final double step;

  private CostGrid(double step) {
    this.step = step;
  }

  /** Whole steps if all incumbents come after whole costs. */
  static CostGrid of(ProblemSearches searches) {
    double horizon = searches.horizon();
    if (horizon == 0) {
      return new CostGrid(0);
    }
    double step = Rounding.upToRound(horizon / MOST);
    boolean whole = searches.all().map(Scored::trajectory).allMatch(Trajectory::isWhole);
    return new CostGrid(whole ? Math.max(1, step) : step);
  }

  /**
   * The costs from where there is something to see to where all is spent, both included.
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
