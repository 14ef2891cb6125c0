package org.espalier.nas.problem;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A function of real numbers as it stands in the literature, to be minimised.
 *
 * @param name for a person
 * @param sides the box in which it is searched, a side for each coordinate
 * @param value the function
 * @param minimum its lowest value in the box
 * @param spread about the standard deviation of its values over the box
 * @param extent how far at most a seed shifts a coordinate
 * @param boxMoves whether the box is shifted with the function, so that what there is to find stays
 *     the same; else the minimum moves within the box
 * @param mixed how each coordinate is asked in the mixed variant
 * @param furtherMinima where else in the box it is as low
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

    /** The side with its minimum farther up, and with all of it farther up if {@code whole}. */
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

  /** Every place of the minimum in the box. */
  List<List<Double>> minima() {
    return Stream.concat(Stream.of(sides.stream().map(Side::best).toList()), furtherMinima.stream())
        .toList();
  }
}
