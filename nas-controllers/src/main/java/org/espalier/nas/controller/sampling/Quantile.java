package org.espalier.nas.controller.sampling;

import java.util.List;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;

/** Answers decisions by a coordinate of the unit interval, as random search does by chance. */
public final class Quantile {

  private Quantile() {}

  /**
   * The answer below which lies this share of the domain, by its scale.
   *
   * @param decision what is asked, with what is invalid masked
   * @param share in [0, 1); where it is uniform, so is the answer
   * @return a choice that the decision admits
   */
  public static Choice of(Decision decision, double share) {
    Domain domain = decision.domain();
    if (domain instanceof Categorical categorical) {
      List<Integer> allowed = categorical.allowed();
      return decision.choose(allowed.get((int) (share * allowed.size())));
    }
    if (domain instanceof IntegerRange range) {
      return new Choice.Whole(decision.name(), range.low() + range.step() * place(range, share));
    }
    return new Choice.Real(decision.name(), value((RealRange) domain, share));
  }

  private static long place(IntegerRange range, double share) {
    double place =
        range.scale() == Scale.LINEAR
            ? share * (double) range.size()
            : (between((double) range.low(), range.high() + 1.0, share) - (double) range.low())
                / (double) range.step();
    return Math.max(0, Math.min(range.size() - 1, (long) Math.floor(place)));
  }

  private static double value(RealRange range, double share) {
    double value =
        range.scale() == Scale.LINEAR
            ? range.low() + share * (range.high() - range.low())
            : between(range.low(), range.high(), share);
    return Math.max(range.low(), Math.min(range.high(), value));
  }

  private static double between(double low, double high, double share) {
    return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
  }
}
