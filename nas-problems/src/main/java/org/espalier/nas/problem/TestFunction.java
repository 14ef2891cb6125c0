package org.espalier.nas.problem;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A published function of real numbers, to be minimised.
 *
 * @param name the name for display
 * @param sides the box in which it is searched, a side for each coordinate
 * @param value the function
 * @param minimum its lowest value in the box
 * @param spread approximate standard deviation of its values over the box
 * @param extent maximum shift of a coordinate by a seed
 * @param boxMoves true if the box is shifted with the function, so that the function within it
 *     stays the same; false if the minimum moves within the box
 * @param mixed the kind of domain of each coordinate in the mixed variant
 * @param furtherMinima the other places of the minimum in the box
 */
record TestFunction(
    String name,
    List<Side> sides,
    ToDoubleFunction<double[]> value,
    double minimum,
    double spread,
    double extent,
    boolean boxMoves,
    List<CoordinateEncoding> mixed,
    List<List<Double>> furtherMinima) {

  /**
   * One coordinate of the box.
   *
   * @param low the lower end
   * @param high the upper end
   * @param best the coordinate of a place of the minimum
   */
  record Side(double low, double high, double best) {

    /** Returns the side with its minimum shifted up, and both ends too if {@code whole}. */
    Side shifted(double shift, boolean whole) {
      double moved = whole ? shift : 0;
      return new Side(low + moved, high + moved, best + shift);
    }
  }

  TestFunction {
    sides = List.copyOf(sides);
    mixed = List.copyOf(mixed);
    furtherMinima = furtherMinima.stream().map(List::copyOf).toList();
  }

  /** Returns every place of the minimum in the box. */
  List<List<Double>> minima() {
    return Stream.concat(Stream.of(sides.stream().map(Side::best).toList()), furtherMinima.stream())
        .toList();
  }
}
