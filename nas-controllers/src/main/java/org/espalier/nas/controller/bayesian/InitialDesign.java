package org.espalier.nas.controller.bayesian;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.encoding.Encoding;

/**
 * A Latin hypercube (McKay, Beckman &amp; Conover 1979): each decision is answered once in each of
 * as many equal parts of its range as there are architectures.
 */
final class InitialDesign {
  private final Encoding encoding;
  private final RandomStreams streams;
  private final int size;

  InitialDesign(Encoding encoding, RandomStreams streams, int size) {
    this.encoding = encoding;
    this.streams = streams;
    this.size = size;
  }

  int size() {
    return size;
  }

  /** The architecture at {@code index}, from 0 to {@link #size}. */
  Architecture architecture(int index) {
    double[] units = new double[encoding.axes().size()];
    for (int axis = 0; axis < units.length; axis++) {
      RandomGenerator random = streams.stream("bayesian.design", axis);
      int[] parts = permutation(random);
      double within = random.doubles(size).toArray()[index];
      units[axis] = (parts[index] + within) / size;
    }
    return encoding.atQuantiles(units);
  }

  private int[] permutation(RandomGenerator random) {
    int[] parts = new int[size];
    for (int i = 1; i < size; i++) {
      int other = random.nextInt(i + 1);
      parts[i] = parts[other];
      parts[other] = i;
    }
    return parts;
  }
}
