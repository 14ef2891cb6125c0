package org.espalier.nas.analysis.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A family of tests with a bounded probability of any false rejection (Holm 1979).
 *
 * @param adjusted the probabilities adjusted for their number, in the order of the tests: what is
 *     at most alpha is rejected
 * @param places each test's place among the probabilities, 0 the smallest
 */
public record Holm(List<Double> adjusted, List<Integer> places) {

  /** Copies. */
  public Holm {
    adjusted = List.copyOf(adjusted);
    places = List.copyOf(places);
  }

  /** Adjusts probabilities. */
  public static Holm of(double... probabilities) {
    int count = probabilities.length;
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[count];
    int[] places = new int[count];
    double largest = 0;
    for (int place = 0; place < count; place++) {
      largest = Math.max(largest, Math.min(1, probabilities[order[place]] * (count - place)));
      adjusted[order[place]] = largest;
      places[order[place]] = place;
    }
    return new Holm(
        Arrays.stream(adjusted).boxed().toList(), Arrays.stream(places).boxed().toList());
  }

  /**
   * The level at which a test is made or, if it was not rejected, would have to reject while all
   * others stay as they are.
   *
   * @param test its position
   * @param alpha the error rate of the family
   */
  public double level(int test, double alpha) {
    int rejected = (int) adjusted.stream().filter(p -> p <= alpha).count();
    return alpha / (adjusted.size() - Math.min(places.get(test), rejected));
  }
}
