package org.espalier.nas.testkit;

import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/** Random choices made independently of the code under test. */
final class RandomChoices {

  private RandomChoices() {}

  /** Returns a random answer; the ends of a range are frequent. */
  static Choice draw(Decision decision, RandomGenerator random) {
    return decision
        .domain()
        .fold(
            options ->
                decision.choose(options.allowed().get(random.nextInt(options.allowed().size()))),
            integers -> new Choice.Whole(decision.name(), whole(integers, random)),
            reals -> new Choice.Real(decision.name(), real(reals, random)));
  }

  private static long whole(IntegerRange range, RandomGenerator random) {
    long steps =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> range.size() - 1;
          default -> random.nextLong(range.size());
        };
    return range.low() + range.step() * steps;
  }

  private static double real(RealRange range, RandomGenerator random) {
    double low = range.low();
    double high = range.high();
    return switch (random.nextInt(4)) {
      case 0 -> low;
      case 1 -> high;
      default -> Math.min(high, low + (high - low) * random.nextDouble());
    };
  }
}
