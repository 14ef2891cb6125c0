package org.espalier.nas.controller.density;

import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * A distribution in which one option is likelier than the others, which are equally likely (the
 * kernel of Aitchison &amp; Aitken 1976).
 *
 * @param peak the index of that option; −1 if there is none
 * @param others the weight of each other option, above 0
 * @param weight the weight of that option
 */
public record SmoothedOption(int peak, double others, double weight) implements Marginal {

  /** Returns the distribution in which all options are equally likely. */
  public static SmoothedOption uniform() {
    return new SmoothedOption(-1, 1, 1);
  }

  @Override
  public double logDensity(PlacedChoice answer) {
    Categorical asked = (Categorical) answer.asked();
    double total =
        asked.allows(peak) ? others * (asked.allowed().size() - 1) + weight : others * size(asked);
    return StrictMath.log((answer.value() == peak ? weight : others) / total);
  }

  @Override
  public Choice draw(Decision decision, RandomGenerator random) {
    Categorical asked = (Categorical) decision.domain();
    List<Integer> allowed = asked.allowed();
    if (asked.allows(peak)) {
      double spread = others * allowed.size();
      if (random.nextDouble() * (spread + weight - others) >= spread) {
        return decision.choose(peak);
      }
    }
    return decision.choose(allowed.get(random.nextInt(allowed.size())));
  }

  private static int size(Categorical asked) {
    return asked.allowed().size();
  }
}
