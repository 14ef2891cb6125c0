package org.espalier.nas.benchmark.quality;

import java.util.stream.IntStream;

/** Correction of several tests such that one false rejection among them is as rare (Holm 1979). */
final class Holm {

  private Holm() {}

  /** The probabilities adjusted for their number, in the same order. */
  static double[] adjusted(double... probabilities) {
    int[] order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted((left, right) -> Double.compare(probabilities[left], probabilities[right]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[probabilities.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, probabilities[order[rank]] * (order.length - rank));
      adjusted[order[rank]] = Math.min(1, largest);
    }
    return adjusted;
  }
}
