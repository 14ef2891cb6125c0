package org.espalier.nas.api.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.random.RandomStreams;

/** Random vectors of few different values, so that ties and duplicates are common. */
final class RandomLosses {
  private RandomLosses() {}

  static List<double[]> of(int number) {
    RandomGenerator random = new RandomStreams(1).stream("losses", number);
    int objectives = 1 + number % 4;
    int values = 2 + random.nextInt(8);
    return Stream.generate(() -> random.ints(objectives, 0, values).asDoubleStream().toArray())
        .limit(random.nextInt(25))
        .toList();
  }
}
