package org.espalier.nas.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;

/** Answers decisions without any of the code under test. */
final class Answers {

  private Answers() {}

  /** A random answer, in which the ends of a range come often. */
  static Choice draw(Decision decision, RandomGenerator random) {
    if (decision.domain() instanceof Categorical categorical) {
      List<Integer> allowed = categorical.allowed();
      return decision.choose(allowed.get(random.nextInt(allowed.size())));
    }
    int kind = random.nextInt(4);
    if (decision.domain() instanceof IntegerRange range) {
      long steps =
          switch (kind) {
            case 0 -> 0;
            case 1 -> range.size() - 1;
            default -> random.nextLong(range.size());
          };
      return new Choice.Whole(decision.name(), range.low() + range.step() * steps);
    }
    RealRange range = (RealRange) decision.domain();
    double value =
        switch (kind) {
          case 0 -> range.low();
          case 1 -> range.high();
          default ->
              Math.min(
                  range.high(), range.low() + (range.high() - range.low()) * random.nextDouble());
        };
    return new Choice.Real(decision.name(), value);
  }
}
