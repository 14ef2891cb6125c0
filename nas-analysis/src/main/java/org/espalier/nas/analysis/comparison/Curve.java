package org.espalier.nas.analysis.comparison;

import java.util.List;

/**
 * How good the incumbents of an arm's searches are for what was spent.
 *
 * @param points in the order of the cost
 */
public record Curve(List<Point> points) {

  /** Copies. */
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * One place of the curve.
   *
   * @param cost what was spent by a search, in the problem's unit of cost
   * @param mean of the scores of the incumbents, over the searches that have one, with its
   *     interval; failed searches count with the lowest score all along
   * @param median of them
   * @param lower their first quartile
   * @param upper their third quartile
   */
  public record Point(double cost, Estimate mean, double median, double lower, double upper) {}
}
