package org.espalier.nas.controller.bayesian.gp;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.controller.encoding.Dimension;

/** Axes of numbers in [0, 1], and of three options. */
final class Axes {

  private Axes() {}

  static List<Dimension> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Axes::number).toList();
  }

  static Dimension number(int index) {
    return new Dimension(new Decision("x" + index, new RealRange(0, 1, Scale.LINEAR)));
  }

  static Dimension options(int index) {
    return new Dimension(new Decision("x" + index, Categorical.of(List.of("a", "b", "c"))));
  }
}
